// Where the page begins.
import '@mantine/core/styles.css';
import './admin.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { Admin } from './admin.tsx';

const theme = createTheme({
  primaryColor: 'orange',
  primaryShade: { light: 9, dark: 5 },
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif',
  defaultRadius: 'md',
});

createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <Admin />
  </MantineProvider>,
);
