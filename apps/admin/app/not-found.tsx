import { Anchor, Stack, Text, Title } from '@mantine/core';

export default function NotFound() {
  return (
    <Stack align="flex-start" gap="xs" py="xl">
      <Title order={1} size="h2">
        There is no page at this address
      </Title>
      <Text c="dimmed">It may have moved, or the address may have a typing error.</Text>
      <Anchor href="/">Go to the market overview</Anchor>
    </Stack>
  );
}
