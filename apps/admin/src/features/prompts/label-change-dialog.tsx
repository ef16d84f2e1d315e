'use client';

import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { type AskedChange, type LabelChange, useChangeLabel } from '../../api/prompt-queries.ts';
import { promptTitle } from './prompt-words.ts';

export interface LabelChangeDialogProps {
  /** What is to be done; `null` closes the dialog. */
  readonly asked: AskedChange | null;
  readonly onClose: () => void;
}

/** Asks for the reason of a deployment or a roll-back and sends it; a refusal is shown and nothing is lost. */
export function LabelChangeDialog({ asked, onClose }: LabelChangeDialogProps) {
  const last = useRef<AskedChange | null>(null);
  if (asked !== null) last.current = asked;
  const shown = asked ?? last.current;
  const title = shown?.kind === 'rollback' ? 'Roll back' : 'Deploy this version';
  return (
    <Modal.Root opened={asked !== null} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        {/* The library's own head of a dialog is a second banner of the page, which screen readers stumble over. */}
        <Group justify="space-between" px="md" pt="md">
          <Modal.Title fw={600}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </Group>
        <Modal.Body pt="xs">
          {shown === null ? null : <ReasonForm key={JSON.stringify(shown)} change={shown} onDone={onClose} />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function ReasonForm({ change, onDone }: { readonly change: AskedChange; readonly onDone: () => void }) {
  const [reason, setReason] = useState('');
  const send = useChangeLabel();
  const submit = () => send.mutate({ ...change, reason: reason.trim() } as LabelChange, { onSuccess: onDone });
  return (
    <Stack gap="sm">
      <Text size="sm">
        {change.kind === 'rollback'
          ? `${promptTitle(change.type)} runs again as it did before the last deployment.`
          : `From now on ${promptTitle(change.type)} is written under this version.`}{' '}
        The change is kept in the history with its reason.
      </Text>
      <Textarea
        label="Reason"
        required
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      {send.isError ? (
        <Alert color="red" variant="default" role="alert" title="Nothing was changed">
          {send.error instanceof ApiProblem ? send.error.message : 'The server cannot be reached: try again.'}
        </Alert>
      ) : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button onClick={submit} loading={send.isPending} disabled={reason.trim() === ''}>
          {change.kind === 'rollback' ? 'Roll back' : 'Deploy'}
        </Button>
      </Group>
    </Stack>
  );
}
