/** What the middleware leaves in the context of a request. */
export interface ApiEnvironment {
  readonly Variables: { requestId: string };
}
