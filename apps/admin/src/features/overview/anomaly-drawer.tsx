'use client';

import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef } from 'react';
import type { Anomaly } from '../../api/answers.ts';
import type { Verdict } from '../../api/use-resolve-anomaly.ts';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { Tag } from '../../components/tag.tsx';
import { day } from '../../format/calendar.ts';
import { percent } from '../../format/percent.ts';
import { money } from '../../format/money.ts';
import classes from './anomaly-drawer.module.css';
import { AnomalyEvidence } from './anomaly-evidence.tsx';
import {
  CAUSE_NAMES,
  PRICE_KIND_NAMES,
  SEVERITY_NAMES,
  SEVERITY_TONES,
  STATUS_NAMES,
  TYPE_NAMES,
} from './anomaly-words.ts';
import { ContributingFactors } from './contributing-factors.tsx';
import { Deviation } from './deviation.tsx';
import { ExpectedRange } from './expected-range.tsx';
import { ListingFacts } from './listing-facts.tsx';
import { segmentWords } from './segment-words.ts';
import { TriageForm } from './triage-form.tsx';

export interface AnomalyDrawerProps {
  /** What is shown; `null` closes the drawer. */
  readonly anomaly: Anomaly | null;
  readonly onClose: () => void;
  readonly onVerdict: (verdict: Verdict) => void;
}

/** Everything about one anomaly, with the verdict at the end. */
export function AnomalyDrawer({ anomaly, onClose, onVerdict }: AnomalyDrawerProps) {
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const last = useRef<Anomaly | null>(null);
  if (anomaly !== null) last.current = anomaly;
  // While the drawer slides out it still shows what it held.
  const shown = anomaly ?? last.current;
  return (
    <Drawer.Root opened={anomaly !== null} onClose={onClose} position="right" size={narrow ? '100%' : 480}>
      <Drawer.Overlay />
      <Drawer.Content>
        {/* The library's own head of a drawer is a second banner of the page, which screen readers stumble over. */}
        <div className={classes.head}>
          <Drawer.Title className={classes.title}>{shown?.listingTitle}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </div>
        <Drawer.Body pb={0}>
          {shown === null ? null : (
            <Stack gap="lg">
              <Group gap={6}>
                <Tag tone={SEVERITY_TONES[shown.severity]}>{SEVERITY_NAMES[shown.severity]}</Tag>
                <Tag>{TYPE_NAMES[shown.type]}</Tag>
                <Tag>{CAUSE_NAMES[shown.cause]}</Tag>
                {shown.synthetic ? <SyntheticTag /> : null}
              </Group>
              <div>
                <Group justify="space-between" align="flex-end">
                  <div>
                    <Text size="xs" c="dimmed">
                      {PRICE_KIND_NAMES[shown.price.kind]}
                    </Text>
                    <Text fz={24} fw={650} lh={1.25}>
                      {money(shown.price.amount, { currency: shown.price.currency })}
                    </Text>
                  </div>
                  <Text fz={18}>
                    <Deviation anomaly={shown} />
                  </Text>
                </Group>
                <ExpectedRange anomaly={shown} />
              </div>
              <Text size="sm" lh={1.6}>
                {shown.explanation}
              </Text>
              <Text size="sm" c="dimmed">
                {percent(shown.confirmationProbability, { digits: 0 })} likely to be confirmed, by what verdicts so far
                say.
              </Text>
              <ContributingFactors factors={shown.contributingFactors} />
              <AnomalyEvidence anomalyId={shown.id} />
              <ListingFacts anomalyId={shown.id} />
              <Text size="xs" c="dimmed">
                {segmentWords(shown.segment)} · first seen {day(shown.detectedOn)}
              </Text>
              <div className={classes.foot}>
                {shown.status === 'active' ? (
                  <TriageForm key={shown.id} onVerdict={(verdict) => onVerdict({ anomaly: shown, ...verdict })} />
                ) : (
                  <div className={classes.verdict}>
                    <Text fw={600} size="sm">
                      {STATUS_NAMES[shown.status]}
                      {shown.resolvedOn ? ` on ${day(shown.resolvedOn)}` : ''}
                    </Text>
                    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {shown.resolutionNote ?? 'Without a note.'}
                    </Text>
                  </div>
                )}
              </div>
            </Stack>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
