import { describe, expect, it } from 'vitest';
import type { Anomaly } from '../market/anomaly.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { DEFAULT_PREFERENCES, profileIdOf } from '../market/user-preferences.ts';
import { personalAnomalyNotices, personalDayNotices } from './personal-notices.ts';

const clock = { now: () => Date.UTC(2026, 10, 20, 6) };
const news = { asOf: '2026-11-20', title: 'Market analysis of 2026-11-20', body: 'usd sold: fine.' };
const prediction = {
  market: { currency: 'USD', priceKind: 'sold' },
  make: 'Porsche',
  model: '911',
  generation: '992.1',
  trim: 'GT3',
  segment: 'porsche/911/992.1/gt3',
  currentPrice: 210_400,
  predictedPrice: 214_000,
  targetDate: '2027-02-20',
  hasSkill: true,
} as PricePrediction;

function reader(name: string, changes: Partial<typeof DEFAULT_PREFERENCES> = {}) {
  return { profileId: profileIdOf(name), preferences: { ...DEFAULT_PREFERENCES, ...changes } };
}

describe('notices for one person', () => {
  it('sends the day to who wants it, with predictions of the cars that they watch', () => {
    const readers = [
      reader('ann', { watchedModels: ['911'], watchedTrims: ['gt3'] }),
      reader('bob', { watchedModels: ['Cayman'] }),
      reader('cem', { marketAlerts: false }),
      reader('dee', { watchedModels: ['911'], pricePredictions: false }),
    ];
    const notices = personalDayNotices(clock, readers, { ...news, predictions: [prediction] });
    expect(notices.map(({ recipient, body }) => [recipient, body])).toEqual([
      [profileIdOf('ann'), 'usd sold: fine.\nPorsche 911 992.1 GT3: $210,400 today, $214,000 expected on 2027-02-20.'],
      [profileIdOf('bob'), 'usd sold: fine.'],
      [profileIdOf('dee'), 'usd sold: fine.'],
    ]);
    expect(new Set(notices.map(({ id }) => id)).size).toBe(3);
  });

  it('tells of a watched segment with everything within it, and of no other', () => {
    const told = (watchedSegments: readonly string[]) =>
      personalDayNotices(clock, [reader('ann', { watchedSegments })], { ...news, predictions: [prediction] })[0]?.body;
    expect(told(['porsche/911/992.1/gt3'])).toContain('expected on');
    expect(told(['porsche/911'])).toContain('expected on');
    expect(told(['porsche/macan', 'porsche/911/992.1/gt3-rs', 'porsche/91'])).toBe('usd sold: fine.');
  });

  it('says nothing of a prediction without skill', () => {
    const without = { ...prediction, hasSkill: false };
    const [notice] = personalDayNotices(clock, [reader('ann', { watchedModels: ['911'] })], {
      ...news,
      predictions: [without],
    });
    expect(notice?.body).toBe('usd sold: fine.');
  });

  it('sends a critical anomaly to who watches such cars and wants it, under the same id on every day', () => {
    const anomaly = {
      id: 'a',
      segment: 'porsche/911/992.1/gt3-rs',
      severity: 'critical',
      status: 'active',
      type: 'undervalued',
      listingTitle: '2023 Porsche 911 GT3 RS',
      explanation: 'Far below.',
      synthetic: false,
    } as Anomaly;
    const readers = [
      reader('ann', { anomalyAlerts: true, watchedModels: ['911'], watchedTrims: ['GT3 RS'] }),
      reader('bob', { anomalyAlerts: true, watchedModels: ['911'], watchedTrims: ['GT3'] }),
      reader('cem', { watchedModels: ['911'] }),
      reader('dee', { anomalyAlerts: true }),
    ];
    const notices = personalAnomalyNotices(clock, readers, [anomaly, { ...anomaly, id: 'b', severity: 'high' }]);
    expect(notices.map(({ recipient, title }) => [recipient, title])).toEqual([
      [profileIdOf('ann'), '2023 Porsche 911 GT3 RS'],
      [profileIdOf('dee'), '2023 Porsche 911 GT3 RS'],
    ]);
    expect(personalAnomalyNotices(clock, readers, [anomaly]).map(({ id }) => id)).toEqual(notices.map(({ id }) => id));
  });
});
