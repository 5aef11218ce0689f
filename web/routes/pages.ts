// The pages that Vite built: the widget's script, the widget as a full page, the playground and the admin pages. Read once,
// served from memory.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Addresses that people type. */
const PAGES: Record<string, string> = {
  '/chat': '/chat.html',
  '/playground': '/playground/index.html',
  '/admin': '/admin/index.html',
};

export interface Pages {
  /** The page at this path; null when there is none. */
  open(path: string): Response | null;
}

/** Scripts come from here alone; styles may be inline, since the widget brings its own. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'";

export function createPages(folder: string): Pages {
  const files = new Map<string, { body: Buffer; type: string }>();
  if (existsSync(folder)) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = TYPES[extname(name)];
      if (type) files.set(`/${name.replaceAll('\\', '/')}`, { body: readFileSync(join(folder, name)), type });
    }
  }
  return {
    open: (path) => {
      if (path === '/') return new Response(null, { status: 302, headers: { location: '/chat' } });
      const file = files.get(PAGES[path] ?? path);
      if (!file) return null;
      const isPage = file.type.startsWith('text/html');
      const headers: Record<string, string> = {
        'content-type': file.type,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      };
      if (isPage) headers['content-security-policy'] = CSP;
      // The script is made to be used on other sites.
      if (path === '/widget.js') headers['access-control-allow-origin'] = '*';
      return new Response(new Uint8Array(file.body), { headers });
    },
  };
}
