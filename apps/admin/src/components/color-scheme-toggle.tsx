'use client';

import { ActionIcon, Box, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';

/**
 * Switches between light and dark; the choice is kept in the browser. Both icons are in the page and the style sheet
 * shows one of them, so that the exported HTML is right for either scheme.
 */
export function ColorSchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const computed = useComputedColorScheme('light');
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label="Switch between light and dark colours"
      onClick={() => setColorScheme(computed === 'dark' ? 'light' : 'dark')}
    >
      <Box component="span" lh={0} darkHidden>
        <IconMoon size={18} stroke={1.75} aria-hidden="true" />
      </Box>
      <Box component="span" lh={0} lightHidden>
        <IconSun size={18} stroke={1.75} aria-hidden="true" />
      </Box>
    </ActionIcon>
  );
}
