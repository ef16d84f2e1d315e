/** The values of a body of JSON lines, read while they arrive. Throws a `SyntaxError` for a line that was cut. */
export async function* jsonLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as unknown;
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield JSON.parse(rest) as unknown;
}
