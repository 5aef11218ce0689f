// Agents write Markdown once; every channel renders the same tree into its own format. Deterministic, and what a channel
// cannot show becomes plain words, never raw signs.
import { lexer, type Token, type Tokens } from 'marked';

export type { Token, Tokens } from 'marked';

/** How a channel writes each kind of inline text; the given text is escaped already. */
export interface Format {
  /** Makes plain text harmless: mentions, links and signs of the channel's own markup. */
  escape(text: string): string;
  bold(text: string): string;
  italic(text: string): string;
  strike(text: string): string;
  code(text: string): string;
  block(text: string): string;
  link(text: string, url: string): string;
  heading(text: string): string;
  bullet: string;
  quote(text: string): string;
}

/** Renders Markdown in a channel's format; blocks are parted by an empty line. */
export function renderMarkdown(markdown: string, format: Format): string {
  return blocks(lexer(markdown, { gfm: true, breaks: true }), format)
    .join('\n\n')
    .trim();
}

function blocks(tokens: Token[], format: Format): string[] {
  return tokens.map((token) => block(token, format)).filter((text) => text !== '');
}

function block(token: Token, format: Format): string {
  switch (token.type) {
    case 'space':
      return '';
    case 'hr':
      return '—';
    case 'heading':
      return format.heading(inline(token.tokens ?? [], format));
    case 'code':
      return format.block(token.text);
    case 'blockquote':
      return format.quote(blocks(token.tokens ?? [], format).join('\n'));
    case 'list':
      return list(token as Tokens.List, format);
    case 'table':
      return table(token as Tokens.Table, format);
    case 'html':
      return format.escape(token.text.trim());
    default:
      return inline('tokens' in token && token.tokens ? token.tokens : [token], format);
  }
}

function list(token: Tokens.List, format: Format): string {
  const start = Number(token.start) || 1;
  return token.items
    .map((item, at) => {
      const sign = token.ordered ? `${start + at}.` : format.bullet;
      const body = blocks(item.tokens, format).join('\n').replaceAll('\n', '\n   ');
      return `${sign} ${body}`;
    })
    .join('\n');
}

/** No network of ours shows tables: one line for each row, cells named by their column. */
function table(token: Tokens.Table, format: Format): string {
  const names = token.header.map((cell) => inline(cell.tokens, format));
  return token.rows
    .map(
      (row) => `${format.bullet} ${row.map((cell, at) => `${names[at]}: ${inline(cell.tokens, format)}`).join(', ')}`,
    )
    .join('\n');
}

function inline(tokens: Token[], format: Format): string {
  return tokens.map((token) => inlineOne(token, format)).join('');
}

function inlineOne(token: Token, format: Format): string {
  switch (token.type) {
    case 'strong':
      return format.bold(inline(token.tokens ?? [], format));
    case 'em':
      return format.italic(inline(token.tokens ?? [], format));
    case 'del':
      return format.strike(inline(token.tokens ?? [], format));
    case 'codespan':
      return format.code(token.text);
    case 'br':
      return '\n';
    case 'link': {
      const text = inline(token.tokens ?? [], format);
      return isSafe(token.href) ? format.link(text, token.href) : text;
    }
    case 'image':
      return isSafe(token.href)
        ? format.link(format.escape(token.text || 'picture'), token.href)
        : format.escape(token.text);
    case 'escape':
      return format.escape(token.text);
    default:
      if ('tokens' in token && token.tokens) return inline(token.tokens, format);
      return format.escape(unescapeEntities('text' in token ? String(token.text) : token.raw));
  }
}

function isSafe(url: string): boolean {
  return /^(https?:|mailto:|tel:)/i.test(url);
}

/** The lexer leaves the signs as they are, but models like to write entities. */
function unescapeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
