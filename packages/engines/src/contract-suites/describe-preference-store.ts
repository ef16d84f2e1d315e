import { beforeEach, describe, expect, test } from 'vitest';
import type { PreferenceStore } from '../market/ports/preference-store.ts';
import { DEFAULT_PREFERENCES, profileIdOf, type UserPreferences } from '../market/user-preferences.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT } from './sample-listing.ts';

const ANN = profileIdOf('ann');
const BOB = profileIdOf('bob');
const DETAILED: UserPreferences = {
  marketAlerts: false,
  pricePredictions: false,
  anomalyAlerts: true,
  horizon: '1y',
  depth: 'detailed',
  watchedModels: ['Cayman', '911', AWKWARD_TEXT],
  watchedTrims: ['GT3 RS', 'a "quoted", {braced} name'],
  watchedSegments: ['porsche/911/992.1/gt3', 'porsche/macan'],
};

/** Every sentence of the `PreferenceStore` contract, as tests. */
export function describePreferenceStore(subject: ContractSubject<PreferenceStore>): void {
  describe(`preference store: ${subject.name}`, () => {
    let store: PreferenceStore;
    beforeEach(async () => {
      store = await subject.createStore();
    });

    test('who has said nothing has nothing', async () => {
      expect(await store.get(ANN)).toBeUndefined();
      expect(await store.all()).toEqual([]);
      expect(await store.erase(ANN)).toBe(false);
    });

    test('what is written is read again, lists in their order, and of that person alone', async () => {
      await store.put(ANN, DETAILED, { at: 1 });
      await store.put(BOB, DEFAULT_PREFERENCES, { at: 2 });
      expect(await store.get(ANN)).toEqual(DETAILED);
      expect(await store.get(BOB)).toEqual(DEFAULT_PREFERENCES);
      const everybody = [
        { profileId: ANN, preferences: DETAILED },
        { profileId: BOB, preferences: DEFAULT_PREFERENCES },
      ].toSorted((left, right) => (left.profileId < right.profileId ? -1 : 1));
      expect(await store.all()).toEqual(everybody);
    });

    test('the last that is written holds as a whole', async () => {
      for (const horizon of ['1m', '3m', '6m', '1y'] as const)
        await store.put(ANN, { ...DETAILED, horizon }, { at: 1 });
      await store.put(ANN, DEFAULT_PREFERENCES, { at: 2 });
      expect(await store.get(ANN)).toEqual(DEFAULT_PREFERENCES);
    });

    test('writers at once leave what one of them wrote, and never a mixture', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.put(ANN, n % 2 === 0 ? DETAILED : DEFAULT_PREFERENCES, { at: n })),
      );
      expect([DETAILED, DEFAULT_PREFERENCES]).toContainEqual(await store.get(ANN));
    });

    test('what is erased is gone, and can be written anew', async () => {
      await store.put(ANN, DETAILED, { at: 1 });
      await store.put(BOB, DETAILED, { at: 1 });
      expect(await store.erase(ANN)).toBe(true);
      expect(await store.get(ANN)).toBeUndefined();
      expect(await store.get(BOB)).toEqual(DETAILED);
      await store.put(ANN, DEFAULT_PREFERENCES, { at: 2 });
      expect(await store.get(ANN)).toEqual(DEFAULT_PREFERENCES);
    });
  });
}
