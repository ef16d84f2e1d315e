'use client';

import { Skeleton } from '@mantine/core';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { IconDatabase } from '@tabler/icons-react';
import { overviewQuery } from '../../api/market-queries.ts';
import { taxonomyQuery } from '../../api/valuation-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { toAddress } from './car-form.ts';
import { CarFormPanel } from './car-form-panel.tsx';
import { useFormInAddress } from './use-form-in-address.ts';
import { ValuationView } from './valuation-view.tsx';
import classes from './value-car-page.module.css';

/** What one car is worth, why, and compared with what. */
export function ValueCarPage() {
  const [sent, send] = useFormInAddress();
  const busy = useIsFetching({ queryKey: ['valuation'] }) > 0;
  const names = useQuery(taxonomyQuery({ make: null, model: null }));
  const overview = useQuery(overviewQuery());
  const nothing = names.isSuccess && names.data.makes.length === 0;
  return (
    <>
      <PageHead title="Value a car" subtitle="What it is worth today, how sure that is, and which sales say so">
        {overview.data?.dataset.synthetic ? <SyntheticTag /> : null}
      </PageHead>
      {nothing ? (
        <Panel id="value" title="Its value">
          <EmptyNotice icon={<IconDatabase size={28} />} title="No sales to learn from yet">
            A car can be valued when enough sales are imported and the day&rsquo;s analysis has run.
          </EmptyNotice>
        </Panel>
      ) : sent === null ? (
        <Skeleton height={420} radius="lg" aria-hidden="true" />
      ) : (
        <div className={classes.columns}>
          {/* A form that comes with a link or the back button fills the fields anew. */}
          <CarFormPanel key={toAddress(sent)} initial={sent} busy={busy} onSend={send} />
          <ValuationView form={sent} />
        </div>
      )}
    </>
  );
}
