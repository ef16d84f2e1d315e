import { beforeAll, describe, expect, test } from 'vitest';
import { SEVERITY_THRESHOLDS } from '../anomalies/severity/severity-of.ts';
import type { Anomaly } from '../market/anomaly.ts';
import type { Listing } from '../market/listing.ts';
import { AnomalyExplainer } from './anomaly-explainer.ts';
import { LLMPredictor } from './llm-predictor.ts';
import { analysedMarket } from './testing/analysed-market.ts';

describe('AnomalyExplainer', () => {
  let market: Awaited<ReturnType<typeof analysedMarket>>;
  let findings: readonly Anomaly[];
  beforeAll(async () => {
    market = await analysedMarket();
    findings = (await market.stores.anomalies.list({})).anomalies.filter(({ price }) => price.amount > 0);
  });

  test('compares with sold cars whose adjusted prices are the expected one, to the dollar', async () => {
    const explainer = new AnomalyExplainer(market);
    let compared = 0;
    for (const anomaly of findings) {
      const evidence = await explainer.explain(anomaly);
      if (evidence.status !== 'ok') throw new Error(evidence.reason);
      expect(evidence.expected.amount).toBe(anomaly.expectedPrice);
      expect(evidence.confirmationProbability).toBeCloseTo(anomaly.confirmationProbability, 9);
      const sum = evidence.contributions.reduce((total, { logEffect }) => total + logEffect, 0);
      expect(sum).toBeCloseTo(Math.log(anomaly.price.amount / anomaly.expectedPrice), 9);
      if (evidence.comparables.status !== 'ok') continue;
      compared++;
      expect(evidence.comparables.comparables.length).toBeGreaterThanOrEqual(5);
      for (const { sale, adjustments } of evidence.comparables.comparables) {
        expect(sale.id).not.toBe(anomaly.listingId);
        const adjusted = adjustments.reduce((total, { amount }) => total + amount, Math.round(sale.price.amount));
        expect(Math.abs(adjusted - anomaly.expectedPrice)).toBeLessThanOrEqual(1);
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  test('says what would clear a finding, and it does: the changed listing is judged anew', async () => {
    const explainer = new AnomalyExplainer(market);
    const predictor = new LLMPredictor(market);
    let verified = 0;
    for (const anomaly of findings) {
      const evidence = await explainer.explain(anomaly);
      if (evidence.status !== 'ok') throw new Error(evidence.reason);
      const listing = (await market.stores.listings.byId(anomaly.listingId))!;
      for (const removal of evidence.removals) {
        const to = Number(removal.to);
        const changes: Record<typeof removal.fact, Partial<Listing>> = {
          price: { price: { ...listing.price!, amount: to } },
          mileage: { mileage: to },
          'mileage unit': { mileageUnit: removal.to as Listing['mileageUnit'] },
          'model year': { modelYear: to },
          condition: { condition: to },
        };
        expect(removal.confirmationProbability).toBeLessThan(SEVERITY_THRESHOLDS.low);
        const again = await predictor.detectAnomalies([{ ...listing, ...changes[removal.fact] }], {
          asOf: market.asOf,
        });
        expect(again, `${listing.title}: ${removal.fact} to ${removal.to}`).toEqual([]);
        verified++;
        if (removal.fact !== 'price') continue;
        // A few dollars less of a change do not do.
        const back = to > listing.price!.amount ? -1 : 1;
        const nearly = [1, 2, 3, 5].map((dollars) => ({
          ...listing,
          id: `${listing.id.slice(0, -1)}${dollars}`,
          price: { ...listing.price!, amount: to + back * dollars },
        }));
        const found = await Promise.all(nearly.map((one) => predictor.detectAnomalies([one], { asOf: market.asOf })));
        expect(found.flat().length, `${listing.title}: price to ${to}`).toBeGreaterThan(0);
      }
    }
    expect(verified).toBeGreaterThan(findings.length / 2);
  });

  test('a listing that is gone is an answer', async () => {
    const answer = await new AnomalyExplainer(market).explain({ ...findings[0]!, listingId: 'gone' });
    expect(answer).toMatchObject({ status: 'not-enough-data' });
  });
});
