const letters: Readonly<Record<string, number>> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
};
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** True where the ninth character of a chassis number of 17 checks the others (49 CFR 565.15). */
export function hasCheckDigit(vin: string): boolean {
  let sum = 0;
  for (let place = 0; place < 17; place++) {
    const character = vin[place] ?? '';
    sum += (letters[character] ?? Number(character)) * (weights[place] ?? 0);
  }
  return vin[8] === 'X' ? sum % 11 === 10 : Number(vin[8]) === sum % 11;
}
