/** A model id and, where it has one, the date of its snapshot. */
const snapshotSuffix = /-(?:\d{4}-\d{2}-\d{2}|\d{8})$/;

/** The id of a model without the date of its snapshot. */
export function withoutSnapshot(model: string): string {
  return model.replace(snapshotSuffix, '');
}
