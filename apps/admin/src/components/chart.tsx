'use client';

import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';

export interface ChartProps {
  readonly option: EChartsCoreOption;
  /** What the chart shows, for people who do not see it. The data themselves belong into a table beside it. */
  readonly label: string;
  readonly heightPx: number;
}

/** A chart that loads its library when it is first shown and follows the width of its place. */
export function Chart({ option, label, heightPx }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let created: EChartsType | undefined;
    let gone = false;
    const observer = new ResizeObserver(() => created?.resize());
    void import('./echarts-runtime.ts').then(({ createChart }) => {
      if (gone) return;
      created = createChart(element);
      observer.observe(element);
      setChart(created);
    });
    return () => {
      gone = true;
      observer.disconnect();
      created?.dispose();
    };
  }, []);

  useEffect(() => {
    chart?.setOption(option, { notMerge: true });
  }, [chart, option]);

  return (
    <div style={{ position: 'relative', height: heightPx }}>
      {chart === null ? <Skeleton height={heightPx} radius="md" aria-hidden="true" /> : null}
      <div ref={place} role="img" aria-label={label} style={{ position: 'absolute', inset: 0 }} />
    </div>
  );
}
