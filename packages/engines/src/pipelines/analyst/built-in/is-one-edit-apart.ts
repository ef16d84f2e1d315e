/** True where one letter is wrong, missing or too many, or two neighbours are swapped. */
export function isOneEditApart(left: string, right: string): boolean {
  if (left === right) return true;
  if (Math.abs(left.length - right.length) > 1) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const rest = (text: string, skip: number) => text.slice(at + skip);
  return (
    rest(left, 1) === rest(right, 1) ||
    rest(left, 1) === rest(right, 0) ||
    rest(left, 0) === rest(right, 1) ||
    (left[at] === right[at + 1] && left[at + 1] === right[at] && rest(left, 2) === rest(right, 2))
  );
}
