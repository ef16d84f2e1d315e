/** Base of every error that this package raises on purpose. Test `code`, never the class: two copies may be installed. */
export class DatabaseError extends Error {
  /** Stable, machine-readable, such as `DATABASE_UNREACHABLE`. */
  readonly code: string;

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}

/** No server answered, or the connection broke. `location` never holds a password. */
export class DatabaseUnreachableError extends DatabaseError {
  constructor(options: { readonly location: string; readonly reason: string; readonly cause?: unknown }) {
    super(
      'DATABASE_UNREACHABLE',
      `No Postgres server can be reached at ${options.location} (${options.reason}): start it, or correct the connection string.`,
      { cause: options.cause },
    );
    this.name = 'DatabaseUnreachableError';
  }
}

/** The server refused the user or the password. */
export class DatabaseLoginRefusedError extends DatabaseError {
  constructor(options: { readonly location: string; readonly reason: string; readonly cause?: unknown }) {
    super(
      'DATABASE_LOGIN_REFUSED',
      `Postgres at ${options.location} refused the login (${options.reason}): correct the user or the password in the connection string.`,
      { cause: options.cause },
    );
    this.name = 'DatabaseLoginRefusedError';
  }
}

/** The server has no database of this name. */
export class DatabaseMissingError extends DatabaseError {
  constructor(options: { readonly location: string; readonly reason: string; readonly cause?: unknown }) {
    super(
      'DATABASE_MISSING',
      `Postgres at ${options.location} does not have that database (${options.reason}): create it, or correct the connection string.`,
      { cause: options.cause },
    );
    this.name = 'DatabaseMissingError';
  }
}

/** The server is older than the oldest version that the SQL is written for. */
export class DatabaseTooOldError extends DatabaseError {
  constructor(options: { readonly location: string; readonly found: string; readonly needed: string }) {
    super(
      'DATABASE_TOO_OLD',
      `Postgres at ${options.location} is version ${options.found} and version ${options.needed} is the oldest that works: upgrade the server, or use another one.`,
    );
    this.name = 'DatabaseTooOldError';
  }
}

/** The text given as a connection string is none. */
export class InvalidConnectionStringError extends DatabaseError {
  constructor(options: { readonly location: string }) {
    super(
      'INVALID_CONNECTION_STRING',
      `The connection string ${options.location} is not one: write it as postgres://user:password@host:5432/database.`,
    );
    this.name = 'InvalidConnectionStringError';
  }
}

/** The disk under the database is full; nothing of the refused transaction was kept. */
export class DatabaseDiskFullError extends DatabaseError {
  constructor(options: { readonly location: string; readonly cause?: unknown }) {
    super(
      'DATABASE_DISK_FULL',
      `The disk under the database at ${options.location} is full and nothing of the last write was kept: free some space and try again.`,
      { cause: options.cause },
    );
    this.name = 'DatabaseDiskFullError';
  }
}

/** Another process has the embedded database open: two at once would silently lose each other's commits. */
export class DatabaseLockedError extends DatabaseError {
  /** Process number of the holder. */
  readonly holderPid: number;

  constructor(options: {
    readonly folder: string;
    readonly pid: number;
    readonly command: string;
    readonly since: string;
    readonly advice: string;
  }) {
    super(
      'DATABASE_LOCKED',
      `The database in ${options.folder} is in use by process ${options.pid} (${options.command}) since ${options.since}: ${options.advice}.`,
    );
    this.name = 'DatabaseLockedError';
    this.holderPid = options.pid;
  }
}

/** The embedded database cannot be opened: an unwritable folder, files of something else, damage. */
export class EmbeddedDatabaseError extends DatabaseError {
  constructor(options: { readonly folder: string; readonly reason: string; readonly cause?: unknown }) {
    super(
      'EMBEDDED_DATABASE_UNUSABLE',
      `The embedded database in ${options.folder} cannot be opened (${options.reason}): check that the folder is writable and holds nothing else, or name another one.`,
      { cause: options.cause },
    );
    this.name = 'EmbeddedDatabaseError';
  }
}

/** An optional client is needed and not installed. */
export class MissingClientError extends DatabaseError {
  constructor(options: { readonly packageName: string; readonly cause?: unknown }) {
    super(
      'DATABASE_CLIENT_MISSING',
      `The package ${options.packageName} is needed for this database and is not installed: add it to your dependencies.`,
      { cause: options.cause },
    );
    this.name = 'MissingClientError';
  }
}

/** A Kysely instance that was passed in returns other JavaScript types than the stores read. */
export class UnsuitableKyselyError extends DatabaseError {
  constructor(options: { readonly found: string }) {
    super(
      'UNSUITABLE_KYSELY',
      `The Kysely instance passed in returns ${options.found}: build its pool with \`types: postgresTypes\` of @pa/db, or pass the pool itself.`,
    );
    this.name = 'UnsuitableKyselyError';
  }
}

/** A migration failed; the database is as it was before. */
export class MigrationError extends DatabaseError {
  constructor(options: { readonly migration: string; readonly location: string; readonly cause: unknown }) {
    const reason = options.cause instanceof Error ? options.cause.message : String(options.cause);
    super(
      'MIGRATION_FAILED',
      `Migration ${options.migration} failed on ${options.location} and changed nothing (${reason}): correct the cause and run it again.`,
      { cause: options.cause },
    );
    this.name = 'MigrationError';
  }
}

/** The database was migrated by a newer version of this package. */
export class NewerDatabaseError extends DatabaseError {
  constructor(options: { readonly migration: string; readonly location: string }) {
    super(
      'DATABASE_NEWER',
      `The database at ${options.location} has the migration ${options.migration}, which this version does not know: update @pa/db.`,
    );
    this.name = 'NewerDatabaseError';
  }
}

/** A cursor was handed over that no store of this package has given out. */
export class InvalidCursorError extends DatabaseError {
  constructor(cursor: string) {
    super(
      'INVALID_CURSOR',
      `The scan cursor ${JSON.stringify(cursor)} was not given out by this store: leave it out to start at the first row.`,
    );
    this.name = 'InvalidCursorError';
  }
}
