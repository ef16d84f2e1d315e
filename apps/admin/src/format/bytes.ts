const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes, such as `1.2 MB` (1,000 bytes are a KB). */
export function bytes(count: number): string {
  let size = count;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size.toLocaleString('en-US', { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${UNITS[unit] ?? 'B'}`;
}
