/** An error a person meets on the command line: one sentence that says what, where and what to do. Test `code`. */
export class CommandError extends Error {
  /** Stable, machine-readable, such as `FILE_NOT_FOUND`. */
  readonly code: string;

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'CommandError';
    this.code = code;
  }
}

/** A setting has a value that cannot be used. */
export class InvalidSettingError extends CommandError {
  constructor(message: string) {
    super('INVALID_SETTING', message);
    this.name = 'InvalidSettingError';
  }
}

/** A file cannot be imported; nothing of it has been stored. */
export class ImportFileError extends CommandError {
  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(code, message, options);
    this.name = 'ImportFileError';
  }
}
