/** A test for a glob in which only `*` is special: it stands for any run of characters, an empty one included. */
export function globMatcher(glob: string): (text: string) => boolean {
  const pattern = glob.split('*').map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${pattern.join('.*')}$`, 's');
  return (text) => expression.test(text);
}
