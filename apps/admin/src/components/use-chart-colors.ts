'use client';

import { useComputedColorScheme } from '@mantine/core';

const palettes = {
  light: {
    observed: '#1b2333',
    forecast: '#1d4ed8',
    grid: '#e9ecf1',
    text: '#566072',
    panel: '#ffffff',
    bandOpacity: { 50: 0.42, 80: 0.25, 90: 0.13 },
  },
  dark: {
    observed: '#e8ebf1',
    forecast: '#6690f7',
    grid: '#222a39',
    text: '#9ba5b5',
    panel: '#1a212e',
    bandOpacity: { 50: 0.56, 80: 0.36, 90: 0.2 },
  },
} as const;

/** The colours of charts in the present scheme. Charts cannot read CSS variables, so they are written out here. */
export function useChartColors() {
  return palettes[useComputedColorScheme('light')];
}
