// Plain text, for SMS, notifications and terminals: no signs of any markup, links bare.
import { type Format, renderMarkdown } from './markdown.ts';

const PLAIN: Format = {
  escape: (text) => text,
  bold: (text) => text,
  italic: (text) => text,
  strike: (text) => text,
  code: (text) => text,
  block: (text) => text,
  link: (text, url) => (text === url || text === url.replace(/^(mailto|tel):/, '') ? text : `${text} ${url}`),
  heading: (text) => text,
  bullet: '-',
  quote: (text) => text,
};

export function renderPlain(markdown: string): string {
  return renderMarkdown(markdown, PLAIN);
}
