import { useMutation } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';

const KEY = 'paddock-reader';

/** A name for this browser that says nothing about the person: one voice a reader. */
function readerId(): string {
  try {
    const known = localStorage.getItem(KEY);
    if (known !== null) return known;
    const made = `reader-${crypto.randomUUID()}`;
    localStorage.setItem(KEY, made);
    return made;
  } catch {
    // Storage may be switched off: the voice then counts for this page alone.
    return `reader-${crypto.randomUUID()}`;
  }
}

/** Says whether a text was useful. */
export function useGiveFeedback(insightId: string) {
  return useMutation({
    mutationFn: async (isUseful: boolean) =>
      bodyOf(
        await api.POST('/api/analytics/llm/insights/{id}/feedback', {
          params: { path: { id: insightId } },
          body: { userId: readerId(), isUseful },
        }),
      ),
  });
}
