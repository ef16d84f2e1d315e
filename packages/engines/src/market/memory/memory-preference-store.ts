import type { PreferenceStore } from '../ports/preference-store.ts';
import type { UserPreferences } from '../user-preferences.ts';
import { immutableCopy } from './immutable-copy.ts';

/** Keeps preferences in this process. */
export function memoryPreferenceStore(): PreferenceStore {
  const kept = new Map<string, UserPreferences>();

  return {
    async get(profileId) {
      return kept.get(profileId);
    },
    async put(profileId, preferences) {
      kept.set(profileId, immutableCopy(preferences));
    },
    async all() {
      return [...kept]
        .map(([profileId, preferences]) => ({ profileId, preferences }))
        .toSorted((left, right) => (left.profileId < right.profileId ? -1 : 1));
    },
    async erase(profileId) {
      return kept.delete(profileId);
    },
  };
}
