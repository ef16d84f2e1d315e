'use client';

import { Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useStartOptimisation } from '../../api/prompt-queries.ts';
import { ChangeFormEnd, refusalOf } from '../../components/change-form-end.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { nanoUsdOfDollars } from '../costs/budget-words.ts';
import { promptTitle } from './prompt-words.ts';

export interface OptimisationDialogProps {
  readonly type: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Hears that a run was asked for. */
  readonly onStarted: () => void;
}

/** Asks for the budget and the reason of a run of the optimiser; a refusal is shown and nothing is lost. */
export function OptimisationDialog({ type, opened, onClose, onStarted }: OptimisationDialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* The library's own head of a dialog is a second banner of the page, which screen readers stumble over. */}
        <Group justify="space-between" px="md" pt="md">
          <Modal.Title fw={600}>Look for a better version</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </Group>
        <Modal.Body pt="xs">
          <OptimisationForm type={type} onClose={onClose} onStarted={onStarted} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function OptimisationForm({ type, onClose, onStarted }: Omit<OptimisationDialogProps, 'opened'>) {
  const [budget, setBudget] = useState('0.50');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const start = useStartOptimisation(type);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const budgetNanoUsd = nanoUsdOfDollars(budget);
    const isBudget = budgetNanoUsd !== null && !/^0+$/.test(budgetNanoUsd);
    setFault(isBudget ? null : 'The budget is no amount of dollars above 0: write it as 5 or 0.50.');
    if (isBudget) start.mutate({ budgetNanoUsd, reason: reason.trim() }, { onSuccess: onStarted });
  };
  const problem = fault ?? refusalOf(start.error);
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          A model rewrites the instructions of {promptTitle(type)} on the cases of its newest test run. What it finds
          becomes a version only where it is better on cases that were held out, and is deployed by nobody but you.
        </Text>
        <TextInput
          label="Budget in dollars"
          description="It is never passed"
          inputMode="decimal"
          required
          value={budget}
          onChange={(event) => setBudget(event.currentTarget.value)}
        />
        <ReasonField value={reason} onChange={setReason} isFirst />
        <ChangeFormEnd
          problem={problem}
          failed="Nothing was started"
          action="Start"
          isPending={start.isPending}
          isReady={reason.trim() !== ''}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
