const countFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const unitNames = { mi: 'mile', km: 'kilometer' } as const;

/** A count of things, such as `16,358`. */
export function count(value: number): string {
  return countFormat.format(value);
}

/** A count with its noun, which takes an s unless there is exactly one: `1 sale`, `12 sales`. */
export function countOf(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** An odometer reading, such as `34,000 mi`. */
export function distance(value: number, unit: 'mi' | 'km'): string {
  return new Intl.NumberFormat('en-US', {
    style: 'unit',
    unit: unitNames[unit],
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(value);
}

/** A price level of an index, such as `104.2`. */
export function level(value: number): string {
  return value.toFixed(1);
}
