'use client';

import { Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { type AskedChange, type LabelChange, useChangeLabel } from '../../api/prompt-queries.ts';
import { ChangeFormEnd, refusalOf } from '../../components/change-form-end.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ ...change, reason: reason.trim() } as LabelChange, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          {change.kind === 'rollback'
            ? `${promptTitle(change.type)} runs again as it did before the last deployment.`
            : `From now on ${promptTitle(change.type)} is written under this version.`}{' '}
          The change is kept in the history with its reason.
        </Text>
        <ReasonField value={reason} onChange={setReason} isFirst />
        <ChangeFormEnd
          problem={refusalOf(send.error)}
          failed="Nothing was changed"
          action={change.kind === 'rollback' ? 'Roll back' : 'Deploy'}
          isPending={send.isPending}
          isReady={reason.trim() !== ''}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
