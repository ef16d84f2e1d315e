import type { GearboxKind, Transmission } from '../vehicle.ts';

const KINDS: Readonly<Record<string, GearboxKind | null>> = {
  automatic: null,
  auto: null,
  tiptronic: 'torque-converter',
  'tiptronic-s': 'torque-converter',
  steptronic: 'torque-converter',
  geartronic: 'torque-converter',
  powerglide: 'torque-converter',
  hydramatic: 'torque-converter',
  torqueflite: 'torque-converter',
  sportomatic: 'automated-manual',
  smg: 'automated-manual',
  smt: 'automated-manual',
  'e-gear': 'automated-manual',
  pdk: 'dual-clutch',
  dct: 'dual-clutch',
  dsg: 'dual-clutch',
  's-tronic': 'dual-clutch',
  edc: 'dual-clutch',
  cvt: 'continuous',
};
const MANUAL = new Set(['manual', 'stick', 'stickshift', 'g50', 'mt']);
const SPEEDS = /^(\d{1,2})-?speeds?$/;
const MANUAL_SPEEDS_IN_ONE = /^([3-7])mt$/;
const SPELLED_SPEEDS: Readonly<Record<string, number>> = {
  'three-speed': 3,
  'four-speed': 4,
  'five-speed': 5,
  'six-speed': 6,
  'seven-speed': 7,
  'eight-speed': 8,
};

/** A gearbox wording that begins at a position. */
export interface GearboxWording {
  /** `null` where the words give speeds alone. */
  readonly transmission: Transmission | null;
  readonly kind: GearboxKind | null;
  readonly speeds: number | null;
  /** Words it is long. */
  readonly length: number;
}

function speedsAlone(speeds: number, length: number): GearboxWording {
  return { transmission: null, kind: null, speeds, length };
}

/** The gearbox named at a position of a text, or `null`. */
export function gearboxAt(words: readonly string[], at: number): GearboxWording | null {
  const word = words[at] ?? '';
  if (Object.hasOwn(KINDS, word)) {
    const length = word === 'tiptronic' && words[at + 1] === 's' ? 2 : 1;
    return { transmission: 'automatic', kind: KINDS[word] ?? null, speeds: null, length };
  }
  if (MANUAL.has(word)) return { transmission: 'manual', kind: 'manual', speeds: null, length: 1 };
  const inOne = MANUAL_SPEEDS_IN_ONE.exec(word)?.[1];
  if (inOne !== undefined) return { transmission: 'manual', kind: 'manual', speeds: Number(inOne), length: 1 };
  const speeds = SPEEDS.exec(word)?.[1];
  if (speeds !== undefined) return speedsAlone(Number(speeds), 1);
  if (Object.hasOwn(SPELLED_SPEEDS, word)) return speedsAlone(SPELLED_SPEEDS[word] ?? 0, 1);
  if (/^\d{1,2}$/.test(word) && words[at + 1] === 'speed') return speedsAlone(Number(word), 2);
  return null;
}

/** Most speeds that a manual gearbox of a car has. */
const MANUAL_SPEEDS = 7;

/**
 * The gearbox that all gearbox words of a text add up to. Speeds alone mean a manual gearbox, as sellers write them:
 * automatics are called by their name. `null` without any such word.
 */
export function transmissionOf(
  wordings: readonly Pick<GearboxWording, 'transmission' | 'speeds'>[],
): Transmission | null {
  if (wordings.length === 0) return null;
  if (wordings.some((wording) => wording.transmission === 'automatic')) return 'automatic';
  if (wordings.some((wording) => wording.transmission === 'manual')) return 'manual';
  return wordings.every((wording) => (wording.speeds ?? 0) <= MANUAL_SPEEDS) ? 'manual' : 'automatic';
}

/** The kind of gearbox that all gearbox words add up to: a manual one where nothing but few speeds is named. */
export function gearboxKindOf(wordings: readonly GearboxWording[]): GearboxKind | null {
  const transmission = transmissionOf(wordings);
  const named = wordings.find((wording) => wording.kind !== null && wording.transmission === transmission);
  return named?.kind ?? (transmission === 'manual' ? 'manual' : null);
}
