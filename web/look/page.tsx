// The look of the pages for people who work with the bot: one set of colours, readable in the light and in the dark.
import '@mantine/core/styles.css';
import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Dark enough to be read on its own tints: every step from the sixth passes 4.5:1 on white. */
const RUST = [
  '#fdf3ef',
  '#f9e2d9',
  '#f2c4b3',
  '#e9a289',
  '#dd7f5f',
  '#cf5f3b',
  '#b8431f',
  '#a33a19',
  '#8e3113',
  '#77280e',
] as const;

const theme = createTheme({
  colors: { rust: RUST },
  primaryColor: 'rust',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif',
  defaultRadius: 'md',
  // Whoever wants no motion gets none, and nothing waits for it.
  respectReducedMotion: true,
});

/** Quiet text that can still be read. */
const resolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#565c63' },
  dark: { '--mantine-color-dimmed': '#a9aeb4' },
});

/** Shows a page in the document's root. */
export function showPage(page: ReactNode): void {
  createRoot(document.getElementById('root')!).render(
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
      {page}
    </MantineProvider>,
  );
}
