const momentFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** An ISO 8601 instant in UTC, such as `Nov 23, 2026, 2:05 PM UTC`. */
export function moment(instant: string): string {
  return `${momentFormat.format(new Date(instant))} UTC`;
}
