/** Keeps the newest answers of a slow question; callers that ask at the same time share one computation. */
export interface RecentAnswers<Answer> {
  /** The kept answer of the key while it is fresh, else a new one. A failure is not kept. */
  get(key: string, compute: () => Promise<Answer>): Promise<Answer>;
  /** Forgets all answers, for callers that changed what they rest on. */
  clear(): void;
}

/** Makes an empty keeper that holds at most `capacity` answers, the oldest leaving first. */
export function createRecentAnswers<Answer>(options: {
  readonly now: () => number;
  readonly maximumAgeMs: number;
  readonly capacity: number;
}): RecentAnswers<Answer> {
  const kept = new Map<string, { readonly answer: Promise<Answer>; readonly expiresAt: number }>();
  return {
    get(key, compute) {
      const known = kept.get(key);
      if (known !== undefined && options.now() < known.expiresAt) return known.answer;
      const answer = compute();
      const entry = { answer, expiresAt: options.now() + options.maximumAgeMs };
      kept.delete(key);
      kept.set(key, entry);
      answer.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      const oldest = kept.keys().next();
      if (kept.size > options.capacity && oldest.done !== true) kept.delete(oldest.value);
      return answer;
    },
    clear() {
      kept.clear();
    },
  };
}
