import type { PromptChanges } from '@pa/prompts';
import { listenTo, type NotificationSource } from '../connect/listen-to.ts';
import { PROMPT_CHANNEL } from './prompt-channel.ts';

/**
 * Hears of deployments of prompts by LISTEN, whichever process made them. On Postgres it holds one connection for each
 * subscription; one that breaks is made again, and the listener is told that anything may have changed meanwhile. The first
 * connection that fails rejects.
 */
export function postgresPromptChanges(source: NotificationSource): PromptChanges {
  return {
    subscribe: (listener) =>
      listenTo(source, {
        channel: PROMPT_CHANNEL,
        hear: (payload) => listener(readChange(payload)),
        missed: () => listener({}),
      }),
  };
}

/** What cannot be read may have been anything. */
function readChange(payload: string | undefined): { readonly type?: string; readonly label?: string } {
  try {
    const change: unknown = JSON.parse(payload ?? '');
    if (typeof change !== 'object' || change === null) return {};
    const { type, label } = change as { readonly type?: unknown; readonly label?: unknown };
    return typeof type === 'string' && typeof label === 'string' ? { type, label } : {};
  } catch {
    return {};
  }
}
