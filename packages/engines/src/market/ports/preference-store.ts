import type { UserPreferences } from '../user-preferences.ts';

/**
 * Keeps what people prefer, by the id of their profile (a UUID).
 *
 * *Missing*: who has said nothing has `undefined`, and the defaults hold. *Duplicate* and *concurrent*: the last that is
 * written holds, as a whole; two writers never leave a mixture. Lists keep their order.
 */
export interface PreferenceStore {
  get(profileId: string): Promise<UserPreferences | undefined>;
  put(profileId: string, preferences: UserPreferences, options: { readonly at: number }): Promise<void>;
  /** Everybody who has said something, by id. */
  all(): Promise<readonly { readonly profileId: string; readonly preferences: UserPreferences }[]>;
  /** Forgets a person's preferences. Answers whether there were any. */
  erase(profileId: string): Promise<boolean>;
}
