import { ActionIcon, Group, Text } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useGiveFeedback } from '../../api/use-give-feedback.ts';

/** Useful or not, and what came of saying so. */
export function FeedbackButtons({ insightId, title }: { readonly insightId: string; readonly title: string }) {
  const feedback = useGiveFeedback(insightId);
  const given = feedback.isSuccess ? feedback.variables : null;
  return (
    <Group gap={6}>
      <ActionIcon
        variant={given === true ? 'filled' : 'default'}
        aria-label={`Useful: ${title}`}
        aria-pressed={given === true}
        disabled={feedback.isPending}
        onClick={() => feedback.mutate(true)}
      >
        <IconThumbUp size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant={given === false ? 'filled' : 'default'}
        aria-label={`Not useful: ${title}`}
        aria-pressed={given === false}
        disabled={feedback.isPending}
        onClick={() => feedback.mutate(false)}
      >
        <IconThumbDown size={16} aria-hidden="true" />
      </ActionIcon>
      <Text size="xs" c="dimmed" role="status">
        {feedback.isSuccess ? 'Thank you, noted.' : feedback.isError ? 'This could not be noted: try again.' : ''}
      </Text>
    </Group>
  );
}
