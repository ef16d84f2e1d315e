import type { ChatAnswer } from '../../api/answers.ts';
import type { WatchedCar } from '../../api/preference-queries.ts';

const NAMES = ['make', 'generation', 'trim'] as const;

/** The car that an answer offers to watch; `null` where it offers none. */
export function watchedCar({ call }: Pick<ChatAnswer, 'call'>): WatchedCar | null {
  if (call?.tool !== 'watch') return null;
  const { model } = call.arguments;
  if (typeof model !== 'string') return null;
  const others = NAMES.flatMap((name) => {
    const value = call.arguments[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { model, ...Object.fromEntries(others) };
}
