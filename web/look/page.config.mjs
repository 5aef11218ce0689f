// How a page of React and Mantine is built: served under its own name, beside the widget.
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The Vite configuration of the page in `web/<name>`. */
export const buildOf = (name) => ({
  root: pathOf(`../${name}/`),
  configFile: false,
  base: `/${name}/`,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: pathOf(`../../dist/widget/${name}`),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1_500,
  },
});
