import type { Transmission } from '../vehicle.ts';

const AUTOMATIC = new Set([
  'automatic',
  'auto',
  'tiptronic',
  'tiptronic-s',
  'pdk',
  'sportomatic',
  'dct',
  'dsg',
  'smg',
  'smt',
  'cvt',
  'steptronic',
  's-tronic',
  'edc',
  'geartronic',
  'powerglide',
  'hydramatic',
  'torqueflite',
]);
const MANUAL = new Set(['manual', 'stick', 'stickshift', 'g50', 'mt', '4mt', '5mt', '6mt', '7mt']);
const SPEEDS = /^(\d{1,2})-?speeds?$/;

/** A gearbox wording that begins at a position. */
export interface GearboxWording {
  /** `null` where the words give speeds alone. */
  readonly transmission: Transmission | null;
  readonly speeds: number | null;
  /** Words it is long. */
  readonly length: number;
}

/** The gearbox named at a position of a text, or `null`. */
export function gearboxAt(words: readonly string[], at: number): GearboxWording | null {
  const word = words[at] ?? '';
  if (word === 'tiptronic' && words[at + 1] === 's') return { transmission: 'automatic', speeds: null, length: 2 };
  if (AUTOMATIC.has(word)) return { transmission: 'automatic', speeds: null, length: 1 };
  if (MANUAL.has(word)) return { transmission: 'manual', speeds: null, length: 1 };
  const speeds = SPEEDS.exec(word)?.[1];
  if (speeds !== undefined) return { transmission: null, speeds: Number(speeds), length: 1 };
  if (/^\d{1,2}$/.test(word) && words[at + 1] === 'speed')
    return { transmission: null, speeds: Number(word), length: 2 };
  return null;
}

/** Most speeds that a manual gearbox of a car has. */
const MANUAL_SPEEDS = 7;

/**
 * The gearbox that all gearbox words of a text add up to. Speeds alone mean a manual gearbox, as sellers write them:
 * automatics are called by their name. `null` without any such word.
 */
export function transmissionOf(wordings: readonly GearboxWording[]): Transmission | null {
  if (wordings.length === 0) return null;
  if (wordings.some((wording) => wording.transmission === 'automatic')) return 'automatic';
  if (wordings.some((wording) => wording.transmission === 'manual')) return 'manual';
  return wordings.every((wording) => (wording.speeds ?? 0) <= MANUAL_SPEEDS) ? 'manual' : 'automatic';
}
