// How the widget is built: one classic script that carries its styles, and the full page beside it. No other chunk, so
// that a shop needs one script tag and one cache entry.
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

export default {
  root: here,
  configFile: false,
  publicDir: `${here}public`,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/widget', import.meta.url)),
    emptyOutDir: true,
    target: ['es2020', 'chrome90', 'firefox90', 'safari14'],
    lib: { entry: `${here}widget.tsx`, formats: ['iife'], name: 'FrontdeskWidget', fileName: () => 'widget.js' },
  },
};
