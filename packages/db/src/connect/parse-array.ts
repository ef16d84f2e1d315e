/**
 * The items of a one-dimensional Postgres array in its text form, such as `{a,"b, c",NULL}`. An empty array is `{}`.
 */
export function parseArray<Item>(text: string, parseItem: (item: string) => Item): (Item | null)[] {
  const items: (Item | null)[] = [];
  let position = 1;
  while (position < text.length - 1) {
    let item = '';
    const quoted = text[position] === '"';
    if (quoted) {
      position += 1;
      while (text[position] !== '"') {
        if (text[position] === '\\') position += 1;
        item += text[position];
        position += 1;
      }
      position += 1;
    } else {
      const comma = text.indexOf(',', position);
      const end = comma < 0 ? text.length - 1 : comma;
      item = text.slice(position, end);
      position = end;
    }
    items.push(!quoted && item === 'NULL' ? null : parseItem(item));
    position += 1;
  }
  return items;
}
