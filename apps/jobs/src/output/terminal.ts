/** Where a command writes: results to standard output, everything else to standard error. */
export interface Terminal {
  /** True where results are JSON and nothing else may stand on standard output. */
  readonly json: boolean;
  /** True where a person looks at both streams, so that a display may be redrawn. */
  readonly interactive: boolean;
  /** How many characters a line of a result has room for. */
  readonly columns: number;
  /** Writes the result of a command: as JSON, or as the text that `render` makes of it. */
  result(value: unknown, render: () => string): void;
  /** Writes one line about what goes on. */
  note(line: string): void;
}

const NARROWEST_DISPLAY = 40;
/** The room of a line where nobody looks: a file or a pipe. */
const UNSEEN_COLUMNS = 100;

/** The terminal of a process. */
export function createTerminal(options: {
  readonly json: boolean;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}): Terminal {
  const { json, stdout, stderr } = options;
  return {
    json,
    interactive: stdout.isTTY === true && stderr.isTTY === true && stdout.columns >= NARROWEST_DISPLAY && !json,
    columns: stdout.isTTY === true ? Math.max(NARROWEST_DISPLAY, stdout.columns) : UNSEEN_COLUMNS,
    result(value, render) {
      stdout.write(`${json ? JSON.stringify(value, plainNumbers, 2) : withoutControls(render())}\n`);
    },
    note(line) {
      stderr.write(`${withoutControls(line)}\n`);
    },
  };
}

/** Whole numbers beyond the range of a JSON number are decimal strings. */
function plainNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/**
 * Titles and file names are other people's text: an escape sequence in one would move the cursor, colour what follows or
 * hide it, and a direction mark would turn a line round.
 */
function withoutControls(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
