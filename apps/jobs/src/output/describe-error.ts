/** An error as a command shows it. */
export interface DescribedError {
  readonly code: string;
  /** One line: what, where and what to do. */
  readonly message: string;
}

/**
 * The one line for an error. Errors of the product say all of it themselves and are known by their `code`; for any
 * other the line says how to see more.
 */
export function describeError(error: unknown): DescribedError {
  const { code, message, name } = error as {
    readonly code?: unknown;
    readonly message?: unknown;
    readonly name?: unknown;
  };
  const line = String(message ?? error)
    .split('\n', 1)[0]
    ?.trim();
  if (code === 'ENOSPC' || code === '53100' || /no space left on device/i.test(String(message))) {
    return {
      code: 'DISK_FULL',
      message: 'The disk is full: free some space and run the command again; nothing was half-written.',
    };
  }
  if (typeof code === 'string' && OWN_ERRORS.test(String(name))) return { code, message: line ?? code };
  return {
    code: 'UNEXPECTED',
    message: `Something unexpected went wrong (${line}): run the command again with PA_DEBUG=1 to see where.`,
  };
}

const OWN_ERRORS =
  /^(Command|Llm|Cost|InvalidSetting|ImportFile|Engine|UnknownPrediction|EarlySettlement|MixedMarket|InvalidInput|Database\w*|InvalidConnectionString|EmbeddedDatabase|MissingClient|UnsuitableKysely|Migration|NewerDatabase|InvalidCursor)Error$/;
