/**
 * Rounds amounts to whole numbers that sum to a whole `total`: each is rounded down, and what is missing goes to the
 * largest remainders, the first one where two are equal. No amount moves by more than 1 as long as the amounts sum to
 * within half of the total.
 */
export function roundToSum(amounts: readonly number[], total: number): readonly number[] {
  const whole = amounts.map(Math.floor);
  if (whole.length === 0) return whole;
  let missing = total - whole.reduce((sum, amount) => sum + amount, 0);
  const order = amounts
    .map((amount, index) => ({ index, remainder: amount - Math.floor(amount) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (let turn = 0; missing !== 0; turn++) {
    const step = Math.sign(missing);
    const { index } = order[step > 0 ? turn % order.length : order.length - 1 - (turn % order.length)]!;
    whole[index] = whole[index]! + step;
    missing -= step;
  }
  return whole.map((amount) => amount + 0);
}
