import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { ApiProblem } from '../api/api-problem.ts';

export interface FailureNoticeProps {
  /** What could not be shown, as a sentence without its full stop. */
  readonly what: string;
  readonly problem: unknown;
  readonly onRetry: () => void;
}

/** Says what failed and why, and offers a second try. */
export function FailureNotice({ what, problem, onRetry }: FailureNoticeProps) {
  const reason =
    problem instanceof ApiProblem
      ? problem.message
      : 'The server cannot be reached. Check that it runs, then try again.';
  return (
    <Alert
      color="red"
      variant="default"
      role="alert"
      title={what}
      icon={<IconAlertCircle size={18} color="var(--loss)" aria-hidden="true" />}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">{reason}</Text>
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}
