import { describe, expect, it } from 'vitest';
import { anomaliesWithout } from '../../api/anomalies-without.ts';
import type { Anomaly, Segment } from '../../api/answers.ts';
import { anomaliesMatching } from './anomaly-search.ts';
import { factText } from './fact-text.ts';
import { accuracyStat, anomaliesStat, coverageStat, spendStat } from './market-stats.ts';
import { firstSegment, segmentLabel } from './segment-label.ts';
import { segmentWords } from './segment-words.ts';

function anomaly(id: string, listingTitle: string, segment: string): Anomaly {
  return {
    id,
    listingId: id,
    listingTitle,
    segment,
    type: 'undervalued',
    cause: 'bargain',
    severity: 'high',
    confirmationProbability: 0.72,
    price: { kind: 'ask', amount: 75_000, currency: 'USD' },
    expectedPrice: 100_000,
    expectedLow: 90_000,
    expectedHigh: 111_000,
    deviation: -0.25,
    score: 4,
    contributingFactors: [],
    explanation: '',
    detectedOn: '2026-03-31',
    status: 'active',
    resolvedOn: null,
    resolutionNote: null,
    synthetic: true,
  };
}

const rows = [
  anomaly('a', '2020 911 GT3 Touring', 'porsche/911/991.2/gt3'),
  anomaly('b', '2017 Cayman', 'porsche/718'),
];

describe('anomaliesMatching', () => {
  it('wants every word, in any order and case', () => {
    expect(anomaliesMatching(rows, ' gt3 2020 ').map(({ id }) => id)).toEqual(['a']);
    expect(anomaliesMatching(rows, 'porsche').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(anomaliesMatching(rows, 'gt3 2017')).toEqual([]);
    expect(anomaliesMatching(rows, '  ')).toBe(rows);
  });
});

describe('anomaliesWithout', () => {
  const list = { anomalies: rows, total: 40, limit: 2, offset: 0, disclaimer: 'Estimates.' };

  it('takes one out and counts it', () => {
    expect(anomaliesWithout(list, 'a')).toEqual({ ...list, anomalies: [rows[1]], total: 39 });
  });

  it('leaves a list alone that does not hold it', () => {
    expect(anomaliesWithout(list, 'z')).toBe(list);
  });
});

describe('cards', () => {
  const none = {
    settledCount: 0,
    medianAbsolutePercentageError: null,
    naiveMedianAbsolutePercentageError: null,
    coverage90: null,
  };

  it('has no accuracy before a prediction is settled', () => {
    expect(accuracyStat({ accuracy: none })).toMatchObject({ value: null, note: 'No prediction has come due' });
  });

  it('sets the error beside that of no change, the worse case included', () => {
    const accuracy = { ...none, settledCount: 120, medianAbsolutePercentageError: 0.039 };
    expect(accuracyStat({ accuracy: { ...accuracy, naiveMedianAbsolutePercentageError: 0.05 } })).toMatchObject({
      value: '3.9%',
      note: '5.0% for no change · 120 settled',
      tone: 'gain',
    });
    expect(accuracyStat({ accuracy: { ...accuracy, naiveMedianAbsolutePercentageError: 0.03 } }).tone).toBe('loss');
  });

  it('neither praises nor blames a handful of outcomes', () => {
    const few = { ...none, settledCount: 3, medianAbsolutePercentageError: 0, naiveMedianAbsolutePercentageError: 0.1 };
    expect(accuracyStat({ accuracy: few })).toMatchObject({ value: '0.0%', tone: 'neutral' });
  });

  it('names the worst severities', () => {
    const open = { total: 48, critical: 3, high: 0, medium: 40, low: 5 };
    expect(anomaliesStat({ openAnomalies: open })).toMatchObject({ value: '48', note: '3 critical · 40 medium' });
    const empty = { total: 0, critical: 0, high: 0, medium: 0, low: 0 };
    expect(anomaliesStat({ openAnomalies: empty })).toMatchObject({ value: '0', note: 'Nothing to triage' });
  });

  it('says when no model was called', () => {
    expect(spendStat({ llmCostTodayNanoUsd: '0' }).note).toBe('No model was called');
    expect(spendStat({ llmCostTodayNanoUsd: '3820000000' })).toMatchObject({ value: '$3.82', note: 'All providers' });
  });

  it('counts what is on record', () => {
    expect(coverageStat({ saleCount: 16358, activeListingCount: 0, segmentCount: 211 })).toMatchObject({
      value: '16,358',
      note: '211 segments',
    });
    expect(coverageStat({ saleCount: 0, activeListingCount: 0, segmentCount: 0 }).value).toBeNull();
  });
});

describe('factText', () => {
  it('writes each kind with its unit', () => {
    expect(factText({ kind: 'price', value: 98400, unit: 'USD' })).toBe('$98,400');
    expect(factText({ kind: 'share', value: -0.0184, unit: '%' })).toBe('-1.8%');
    expect(factText({ kind: 'count', value: 7182, unit: 'sale' })).toBe('7,182 sales');
    expect(factText({ kind: 'count', value: 3, unit: '' })).toBe('3');
    expect(factText({ kind: 'date', value: '2026-11-23', unit: '' })).toBe('Nov 23, 2026');
    expect(factText({ kind: 'date', value: '2026-11', unit: '' })).toBe('Nov 2026');
    expect(factText({ kind: 'name', value: 'Porsche', unit: '' })).toBe('Porsche');
  });
});

describe('segments', () => {
  const segment = (path: string, level: Segment['level'], saleCount: number, hasIndex = true): Segment => {
    const [make = '', model = null, generation = null, trim = null] = path.split('/');
    const facts = { activeListingCount: 0, firstSaleOn: null, lastSaleOn: null, parent: null };
    return { ...facts, segment: path, level, make, model, generation, trim, saleCount, hasIndex };
  };

  it('writes the path in words', () => {
    expect(segmentLabel(segment('Porsche/911/992.1/GT3', 'trim', 3))).toBe('Porsche 911 · 992.1 · GT3');
    expect(segmentLabel(segment('Porsche', 'make', 3))).toBe('Porsche');
  });

  it('writes a bare path in words', () => {
    expect(segmentWords('porsche/911/992.1/gt3-rs')).toBe('Porsche 911 · 992.1 · GT3 RS');
    expect(segmentWords('porsche/911/g-series/-')).toBe('Porsche 911 · G Series');
    expect(segmentWords('porsche/718-cayman/-/gts-4.0')).toBe('Porsche 718 Cayman · GTS 4.0');
    expect(segmentWords('bmw')).toBe('BMW');
  });

  it('begins with the largest model line that has an index', () => {
    const all = [
      segment('Porsche', 'make', 900),
      segment('Porsche/911', 'model', 500),
      segment('Porsche/Cayenne', 'model', 600, false),
      segment('Porsche/718', 'model', 80),
    ];
    expect(firstSegment(all)?.segment).toBe('Porsche/911');
    expect(firstSegment([all[0] as Segment])?.segment).toBe('Porsche');
    expect(firstSegment([])).toBeNull();
  });
});
