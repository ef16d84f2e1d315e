import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyNoticeProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** Why there is nothing and what would change that. */
  readonly children: ReactNode;
}

/** Takes the place of content that does not exist yet. */
export function EmptyNotice({ icon, title, children }: EmptyNoticeProps) {
  return (
    <Stack align="center" gap={4} py="xl" px="md" ta="center">
      <Text c="dimmed" component="div" lh={1} mb={6} aria-hidden="true">
        {icon}
      </Text>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" size="sm" maw={420}>
        {children}
      </Text>
    </Stack>
  );
}
