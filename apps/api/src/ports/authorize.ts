/** What a caller wants to do. */
export interface AuthorizationQuestion {
  readonly request: Request;
  readonly access: 'read' | 'write';
  /** Path of the request, such as `/api/analytics/llm/anomalies/resolve`. */
  readonly path: string;
}

/** The host's decision: 401 where the caller is not known, 403 where it may not. */
export type AuthorizationDecision =
  | {
      readonly allowed: true;
      /** Who it is, for the records of changes, such as `ana@example.com`. */
      readonly actor?: string;
    }
  | { readonly allowed: false; readonly status: 401 | 403; readonly message: string };

/** Asked once a request, before its body is read. */
export type Authorize = (question: AuthorizationQuestion) => AuthorizationDecision | Promise<AuthorizationDecision>;
