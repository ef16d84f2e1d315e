const SNAPSHOT_DATE = /^-(?:\d{4}-\d{2}-\d{2}|\d{8})$/;

/** True where the model that answered is the one that was asked for, or a dated snapshot of it. */
export function isServedAs(requested: string, served: string): boolean {
  if (served === requested) return true;
  return served.startsWith(requested) && SNAPSHOT_DATE.test(served.slice(requested.length));
}
