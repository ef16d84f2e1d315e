'use client';

import { AppShell, Burger } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark.tsx';
import { ColorSchemeToggle } from './color-scheme-toggle.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';

/** Header, navigation and main area. On a phone the navigation opens over the page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [opened, navigation] = useDisclosure(false);
  useHotkeys([['Escape', navigation.close]]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
      withBorder={false}
    >
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <AppShell.Header className={classes.header}>
        <Burger
          opened={opened}
          onClick={navigation.toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={opened ? 'Close the menu' : 'Open the menu'}
          aria-expanded={opened}
          aria-controls="navigation"
        />
        <a className={classes.brand} href="/">
          <BrandMark />
          Paddock
        </a>
        <div className={classes.end}>
          <ColorSchemeToggle />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} data-opened={opened} id="navigation" aria-label="Main">
        <Navigation onNavigate={navigation.close} />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} id="main" tabIndex={-1}>
        <div className={classes.content}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}
