import type { EngineStores } from '../market/engine-stores.ts';
import { profileIdOf } from '../market/user-preferences.ts';

/** What was kept of a reader and is gone. */
export interface ErasedReader {
  readonly hadPreferences: boolean;
  /** Words on texts: useful or not. */
  readonly feedbackCount: number;
  /** Questions with their answers. */
  readonly turnCount: number;
}

/**
 * Forgets a reader: preferences, what was thought of texts, and conversations. What belongs to nobody, such as the texts
 * themselves, stays. A reader of whom nothing is kept is no error: every count is 0.
 */
export async function eraseReader(
  actor: string,
  stores: Pick<EngineStores, 'preferences'> & {
    readonly insights: Pick<EngineStores['insights'], 'eraseFeedbackOf'>;
    readonly conversations: Pick<EngineStores['conversations'], 'forget'>;
  },
): Promise<ErasedReader> {
  const profileId = profileIdOf(actor);
  const hadPreferences = await stores.preferences.erase(profileId);
  // Clients that know the profile and not the name gave feedback under its id.
  const names = [...new Set([actor, profileId])];
  let feedbackCount = 0;
  for (const name of names) feedbackCount += await stores.insights.eraseFeedbackOf(name);
  const turnCount = await stores.conversations.forget({ owner: actor });
  return { hadPreferences, feedbackCount, turnCount };
}
