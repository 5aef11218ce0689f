// The few Markdown marks an answer uses, made into elements and never into HTML text: paragraphs, line breaks, lists,
// bold, italic, code and links to http(s), mailto and tel. Anything else stays the text it is.
import type { ComponentChildren, VNode } from 'preact';

const LIST_ITEM = /^\s{0,3}(?:([-*•])|(\d{1,3})[.)])\s+(.*)$/;
const FENCE = /^\s{0,3}```/;

/** Blocks of a message. */
export function Markdown({ text }: { text: string }): VNode {
  return <>{blocksOf(text.replace(/\r\n?/g, '\n').split('\n'))}</>;
}

function blocksOf(lines: string[]): VNode[] {
  const blocks: VNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const from = at;
    if (line.trim() === '') {
      at += 1;
    } else if (FENCE.test(line)) {
      at = lines.findIndex((other, index) => index > from && FENCE.test(other));
      if (at === -1) at = lines.length;
      blocks.push(<pre key={from}>{lines.slice(from + 1, at).join('\n')}</pre>);
      at += 1;
    } else if (LIST_ITEM.test(line)) {
      while (at < lines.length && LIST_ITEM.test(lines[at] ?? '')) at += 1;
      blocks.push(listOf(lines.slice(from, at), from));
    } else {
      while (at < lines.length && !startsBlock(lines[at] ?? '')) at += 1;
      blocks.push(<p key={from}>{paragraphOf(lines.slice(from, at))}</p>);
    }
  }
  return blocks;
}

function startsBlock(line: string): boolean {
  return line.trim() === '' || FENCE.test(line) || LIST_ITEM.test(line);
}

function listOf(lines: string[], key: number): VNode {
  const first = LIST_ITEM.exec(lines[0] ?? '');
  const items = lines.map((line, index) => <li key={index}>{inlineOf(LIST_ITEM.exec(line)?.[3] ?? '')}</li>);
  return first?.[2] ? (
    <ol key={key} start={Number(first[2])}>
      {items}
    </ol>
  ) : (
    <ul key={key}>{items}</ul>
  );
}

function paragraphOf(lines: string[]): ComponentChildren[] {
  return lines.flatMap((line, index) => {
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    const content = heading ? [<strong key={`h${index}`}>{inlineOf(heading[1] ?? '')}</strong>] : inlineOf(line);
    return index === 0 ? content : [<br key={`b${index}`} />, ...content];
  });
}

// Each alternative needs its own closing mark on the same line, and no two can match the same stretch in many ways, so
// that a hostile text costs linear time.
const INLINE =
  /`([^`\n]+)`|\*\*([^*\n]+(?:\*[^*\n]+)*)\*\*|\*([^*\s][^*\n]*)\*|\b_([^_\n]+)_\b|\[([^\][\n]{1,300})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>"'`*]{1,2000}[^\s<>"'`*.,;:!?)\]])/;

/** Text with its marks; what is not one of ours stays text. */
function inlineOf(text: string): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  let rest = text;
  for (let key = 0; rest !== ''; key++) {
    const found = INLINE.exec(rest);
    if (!found) {
      out.push(rest);
      break;
    }
    if (found.index > 0) out.push(rest.slice(0, found.index));
    out.push(markOf(found, key));
    rest = rest.slice(found.index + found[0].length);
  }
  return out;
}

function markOf(found: RegExpExecArray, key: number): ComponentChildren {
  const [whole, code, bold, italic, alsoItalic, label, address, bare] = found;
  if (code !== undefined) return <code key={key}>{code}</code>;
  if (bold !== undefined) return <strong key={key}>{inlineOf(bold)}</strong>;
  if (italic ?? alsoItalic) return <em key={key}>{inlineOf(italic ?? alsoItalic ?? '')}</em>;
  const url = safeAddress(address ?? bare ?? '');
  if (!url) return whole;
  return (
    <a key={key} href={url} target="_blank" rel="noopener noreferrer nofollow">
      {label ?? bare}
    </a>
  );
}

/** The address if it is one a click may go to, else undefined. */
export function safeAddress(address: string): string | undefined {
  return /^(https?:\/\/[^\s]|mailto:[^\s]|tel:[+\d])/i.test(address) ? address : undefined;
}
