'use client';

import { Group, Modal } from '@mantine/core';
import { useRef } from 'react';
import type { Experiment } from '../../api/answers.ts';
import { ExperimentChangeForm } from './experiment-change-form.tsx';
import { ExperimentForm } from './experiment-form.tsx';

/** What is to be done with experiments. */
export type AskedExperiment =
  | { readonly kind: 'new' }
  | { readonly kind: 'ramp' | 'stop'; readonly experiment: Experiment };

const TITLES = { new: 'New experiment', ramp: 'Change who takes part', stop: 'Stop the experiment' } as const;

/** Asks for what a change of experiments needs, its reason with it; `null` closes it. */
export function ExperimentDialog({
  asked,
  onClose,
}: {
  readonly asked: AskedExperiment | null;
  readonly onClose: () => void;
}) {
  // What is shown stays while the dialog closes.
  const last = useRef<AskedExperiment | null>(null);
  if (asked !== null) last.current = asked;
  const shown = asked ?? last.current;
  return (
    <Modal.Root opened={asked !== null} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* The library's own head of a dialog is a second banner of the page, which screen readers stumble over. */}
        <Group justify="space-between" px="md" pt="md">
          <Modal.Title fw={600}>{TITLES[shown?.kind ?? 'new']}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </Group>
        <Modal.Body pt="xs">
          {shown === null ? null : shown.kind === 'new' ? (
            <ExperimentForm onDone={onClose} />
          ) : (
            <ExperimentChangeForm
              key={`${shown.kind}/${shown.experiment.key}`}
              action={shown.kind}
              experiment={shown.experiment}
              onDone={onClose}
            />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
