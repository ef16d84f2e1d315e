'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { overviewQuery, segmentsQuery } from '../../api/market-queries.ts';
import { marketKeyOf } from '../overview/market-key.ts';
import { firstSegment } from '../overview/segment-label.ts';

/** The market with most sales, its segments, and the one that is looked at: the largest model line until one is chosen. */
export function useChosenSegment() {
  const [chosen, choose] = useState<string | null>(null);
  const overview = useQuery(overviewQuery());
  const market = overview.data === undefined ? undefined : marketKeyOf(overview.data);
  const segments = useQuery({ ...segmentsQuery(market ?? ''), enabled: typeof market === 'string' });
  const all = segments.data?.segments ?? [];
  const segment = all.find((candidate) => candidate.segment === chosen) ?? firstSegment(all);
  return {
    market: market ?? null,
    segments: all,
    segment,
    choose,
    today: overview.data?.today ?? null,
    synthetic: overview.data?.dataset.synthetic ?? false,
    /** True where it is known that nothing is there to look at. */
    isEmpty: market === null || (segments.isSuccess && segment === null),
    failed: overview.isError ? overview : segments.isError ? segments : null,
  };
}
