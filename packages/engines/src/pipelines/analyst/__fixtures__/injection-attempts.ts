import { INJECTION_DISGUISES, INJECTION_PAYLOADS, type InjectionPayload } from './injection-payloads.ts';

/** Where the order stands: in a listing's title or details, in a column, or in the question itself. */
export const INJECTION_CHANNELS = ['title', 'details', 'column', 'question'] as const;
export type InjectionChannel = (typeof INJECTION_CHANNELS)[number];

export interface InjectionAttempt extends Pick<InjectionPayload, 'goal' | 'language'> {
  readonly id: string;
  readonly channel: InjectionChannel;
  readonly disguise: string;
  readonly text: string;
}

/**
 * The first `count` attempts of a fixed order in which payloads, disguises and channels all change from one to the next, so
 * that any few hundred hold each of them many times. Every attempt is another text or another channel.
 */
export function injectionAttempts(count: number): readonly InjectionAttempt[] {
  const attempts: InjectionAttempt[] = [];
  const payloads = INJECTION_PAYLOADS.length;
  for (let round = 0; attempts.length < count; round++) {
    for (let index = 0; index < payloads && attempts.length < count; index++) {
      const { goal, language, text } = INJECTION_PAYLOADS[index]!;
      const disguise = INJECTION_DISGUISES[(index + round) % INJECTION_DISGUISES.length]!;
      const channel = INJECTION_CHANNELS[(index + round + Math.floor(round / 10)) % INJECTION_CHANNELS.length]!;
      attempts.push({
        id: `attempt-${attempts.length + 1}`,
        goal,
        language,
        channel,
        disguise: disguise.name,
        text: disguise.apply(text),
      });
    }
  }
  return attempts;
}
