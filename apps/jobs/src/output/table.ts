import Table from 'cli-table3';

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  mid: '',
  'mid-mid': '',
  middle: ' ',
};

/** Text columns with a header, for a terminal. Columns named in `right` are aligned to the right. */
export function table(
  rows: readonly (readonly string[])[],
  options: { readonly head: readonly string[]; readonly right?: readonly string[] },
): string {
  const { head, right = [] } = options;
  const drawn = new Table({
    head: [...head],
    colAligns: head.map((name) => (right.includes(name) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
    chars: NO_LINES,
  });
  for (const row of rows) drawn.push([...row]);
  return drawn.toString();
}
