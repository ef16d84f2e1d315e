import type { ValueChange } from '../../api/answers.ts';
import { count } from '../../format/quantity.ts';

const NAMES: Readonly<Record<string, string>> = {
  segment: 'Model and trim',
  'model and trim': 'Model and trim',
  'market level': 'Market today',
  transmission: 'Gearbox',
  colour: 'Color',
  'unknown facts': 'Facts not given',
};

/** A contribution or an adjustment as people call it. */
export function partName(name: string): string {
  return NAMES[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** An option code in words: `sport-chrono` is `Sport chrono`; short codes such as `pccb` stay codes. */
export function optionName(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.length <= 4 ? words.toUpperCase() : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A change in words, such as `31,000 mi on the clock`. */
export function changeWords({ fact, from, to }: ValueChange, mileageUnit: string): string {
  switch (fact) {
    case 'mileage':
      return `${count(Number(to))} ${mileageUnit} on the clock`;
    case 'age':
      return 'A year later, not driven, same market';
    case 'option':
      return to === null ? `Without ${optionName(from ?? '')}` : `With ${optionName(to)}`;
    case 'condition':
      return `Condition ${to}`;
    case 'transmission':
      return `${partName(to ?? '')} gearbox`;
    case 'colour':
      return `${partName(to ?? '')} paint`;
    case 'body':
      return `${partName(to ?? '')} body`;
  }
}
