import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Greys with a little blue, so that panels and page belong together in the dark. 7 is a panel, 8 the page. */
const dark: MantineColorsTuple = [
  '#e8ebf1',
  '#c5ccd8',
  '#9ba5b5',
  '#7f8a9b',
  '#2b3445',
  '#222a39',
  '#1a212e',
  '#121823',
  '#0a0e15',
  '#06090e',
];

const blue: MantineColorsTuple = [
  '#eef3ff',
  '#dbe5fe',
  '#bfd0fd',
  '#93b2fb',
  '#6690f7',
  '#3f6cf0',
  '#1d4ed8',
  '#1a43ba',
  '#183894',
  '#172f75',
];

/** The look of the product: one blue, quiet greys, Inter, small radii, thin lines instead of shadows. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 5 },
  colors: { blue, dark },
  white: '#ffffff',
  black: '#10151f',
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Colours that Mantine does not name, and the light greys that its defaults leave below a contrast of 4.5. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--page-background': '#f6f7f9',
    '--line': '#e3e6eb',
    '--mantine-color-dimmed': '#566072',
    '--mantine-color-placeholder': '#6b7587',
    '--mantine-color-error': '#b42318',
    '--gain': '#0b7a53',
    '--loss': '#b42318',
  },
  dark: {
    '--page-background': '#0a0e15',
    '--line': '#232b3a',
    '--mantine-color-dimmed': '#9ba5b5',
    '--mantine-color-placeholder': '#8d97a8',
    '--mantine-color-error': '#ff8f86',
    '--gain': '#3ecf96',
    '--loss': '#ff8f86',
  },
});
