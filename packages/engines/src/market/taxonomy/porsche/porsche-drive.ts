import type { Drive } from '../../vehicle.ts';
import type { ModelLine } from '../model-line.ts';

/** Lines all of whose cars drive the same wheels. */
const OF_LINE: Readonly<Record<string, Drive>> = {
  '356': 'rear-wheel',
  '912': 'rear-wheel',
  '914': 'rear-wheel',
  '924': 'rear-wheel',
  '928': 'rear-wheel',
  '944': 'rear-wheel',
  '968': 'rear-wheel',
  Boxster: 'rear-wheel',
  Cayman: 'rear-wheel',
  'Carrera GT': 'rear-wheel',
  '959': 'all-wheel',
  '918': 'all-wheel',
  Cayenne: 'all-wheel',
};
const WITH_A_FOUR = /(?:^|\s)4S?(?:\s|$)|^Dakar$/;
/** Driven by the rear wheels to 1994 and by all since: the name alone does not tell. */
const EITHER = /^Turbo/;

/** A model line with the driven wheels of its trims, as far as line and trim tell. */
export function withDrive(line: ModelLine): ModelLine {
  const drive = OF_LINE[line.model];
  if (drive !== undefined) return { ...line, drive };
  if (!['911', 'Panamera', 'Taycan', 'Macan'].includes(line.model)) return line;
  const trims = line.trims.map((trim) => {
    if (WITH_A_FOUR.test(trim.name)) return { ...trim, drive: 'all-wheel' as const };
    return line.model === '911' && !EITHER.test(trim.name) ? { ...trim, drive: 'rear-wheel' as const } : trim;
  });
  return { ...line, trims };
}
