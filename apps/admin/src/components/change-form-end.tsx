import { Alert, Button, Group } from '@mantine/core';
import { ApiProblem } from '../api/api-problem.ts';

/** What a server said of a change that it refused; `null` while it refused none. */
export function refusalOf(error: Error | null): string | null {
  if (error === null) return null;
  return error instanceof ApiProblem ? error.message : 'The server cannot be reached: try again.';
}

/** The end of a form that changes something for a reason: what went wrong, and the buttons. */
export function ChangeFormEnd({
  problem,
  failed,
  action,
  isPending,
  isReady,
  onCancel,
  note,
}: {
  readonly problem: string | null;
  /** What did not happen, such as `Nothing was changed`. */
  readonly failed: string;
  /** What the button does. */
  readonly action: string;
  readonly isPending: boolean;
  readonly isReady: boolean;
  readonly onCancel: () => void;
  readonly note?: React.ReactNode;
}) {
  return (
    <>
      {problem === null ? null : (
        <Alert color="red" variant="default" role="alert" title={failed}>
          {problem}
        </Alert>
      )}
      {note}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={isPending} disabled={!isReady}>
          {action}
        </Button>
      </Group>
    </>
  );
}
