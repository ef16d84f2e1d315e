import { expect, it } from 'vitest';
import { INJECTION_CHANNELS, injectionAttempts } from './injection-attempts.ts';
import { INJECTION_DISGUISES, INJECTION_PAYLOADS } from './injection-payloads.ts';

it('500 attempts are all different and hold every payload, disguise and channel', () => {
  const attempts = injectionAttempts(500);
  expect(new Set(attempts.map(({ channel, text }) => `${channel} ${text}`)).size).toBe(500);
  expect(new Set(attempts.map(({ disguise }) => disguise)).size).toBe(INJECTION_DISGUISES.length);
  for (const channel of INJECTION_CHANNELS) {
    expect(attempts.filter((attempt) => attempt.channel === channel).length).toBeGreaterThan(80);
  }
  expect(new Set(attempts.map(({ goal, language }) => `${goal} ${language}`)).size).toBe(
    new Set(INJECTION_PAYLOADS.map(({ goal, language }) => `${goal} ${language}`)).size,
  );
});
