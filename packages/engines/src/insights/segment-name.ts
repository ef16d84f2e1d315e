import type { SegmentId } from '../market/segment.ts';
import type { Vehicle } from '../market/vehicle.ts';

/** A segment as a person says it, such as `Porsche 911 992.1 GT3`. Unknown levels are left out. */
export function vehicleName(vehicle: Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>): string {
  const { make, model, generation, trim } = vehicle;
  return [make, model, generation === model ? null : generation, trim]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

/** The same from a segment's path alone, where the canonical spelling is not at hand. */
export function segmentName(segment: SegmentId): string {
  const levels = segment.split('/').filter((level, index, all) => level !== '-' && level !== all[index - 1]);
  return levels.flatMap((level) => level.split('-').map(spell)).join(' ');
}

/** Letters with a digit, and the short ones without a vowel, are codes: `gt3`, `rs`, `4s`. */
function spell(word: string): string {
  const isCode = /\d/.test(word) || !/[aeiouy]/.test(word);
  return isCode ? word.toUpperCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
