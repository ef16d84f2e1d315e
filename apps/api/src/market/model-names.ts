import { resolveSegment } from '@pa/engines';

/** The canonical names of the models that words may mean; the words themselves where the taxonomy knows none. */
export function modelNames(model: string): readonly string[] {
  const resolved = resolveSegment({ model });
  if (resolved.status === 'resolved') return [resolved.model];
  return resolved.status === 'ambiguous' && resolved.field === 'model' ? resolved.candidates : [model];
}
