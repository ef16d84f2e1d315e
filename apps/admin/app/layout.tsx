import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './globals.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Providers } from '../src/components/providers.tsx';
import { Shell } from '../src/components/shell.tsx';

export const metadata: Metadata = {
  title: { default: 'Market overview · Paddock Analytics', template: '%s · Paddock Analytics' },
  description: 'Prices, forecasts and unusual offers of the car market.',
  robots: { index: false, follow: false },
  // Marks pages that may show text written by a language model (EU AI Act, article 50).
  other: { 'ai-generated-content': 'partial' },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#131923' },
  ],
};

/** The frame of every page: fonts, colours, data cache and navigation. */
export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
      </head>
      <body>
        <Providers>
          <Shell>{children}</Shell>
        </Providers>
      </body>
    </html>
  );
}
