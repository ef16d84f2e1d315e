const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day written `YYYY-MM-DD`, such as `Mar 31, 2026`. Read and written in UTC, so it is the same day everywhere. */
export function day(isoDay: string): string {
  return dayFormat.format(new Date(`${isoDay}T00:00:00Z`));
}

/** A month written `YYYY-MM`, such as `Mar 2026`. */
export function month(isoMonth: string): string {
  return monthFormat.format(new Date(`${isoMonth}-01T00:00:00Z`));
}

const instantFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** An instant written in ISO 8601, such as `Mar 31, 2026, 2:05 PM UTC`. */
export function instant(isoInstant: string): string {
  return `${instantFormat.format(new Date(isoInstant))} UTC`;
}
