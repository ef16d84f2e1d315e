/** What the middleware leaves in the context of a request. */
export interface ApiEnvironment {
  readonly Variables: {
    requestId: string;
    /** Who asks, where the host's sign-in said so. */
    actor?: string;
  };
}
