// What the stand-in says when nobody scripted it: it calls the first tool whose required arguments it finds in the
// customer's words, reads out what came back, and otherwise says nothing, so that the asker falls back on its own.
import type { ChatMessage, ChatRequest, JsonSchema, Step } from './shapes.ts';

const SHAPES: [RegExp, RegExp][] = [
  [/^orderId$/, /\bORD-\d{1,10}\b/i],
  [/^trackingNumber$/, /\b(?=[A-Z0-9]*\d)[A-Z0-9]{10,30}\b/],
  [/^(query|question|text|issue|problem|message)$/, /[\s\S]+/],
];

export function answerByWit({ messages, tools = [], response_format }: ChatRequest): Step {
  if (response_format?.type === 'json_schema') return { trouble: 'empty' };
  const told = messages.findLast((message) => message.role === 'tool');
  const asked = messages.findLastIndex((message) => message.role === 'user');
  if (told && messages.indexOf(told) > asked) return { text: readOut(textOf(told)) };
  const wish = textOf(messages[asked]).replace(/<\/?customer[^>]*>/g, '');
  for (const { function: tool } of tools) {
    const args = argumentsFor(tool.parameters ?? {}, wish);
    if (args) return { calls: [{ name: tool.name, args }] };
  }
  return { trouble: 'empty' };
}

/** All required arguments, as found in the text; null when one is missing. */
function argumentsFor(schema: JsonSchema, wish: string): Record<string, unknown> | null {
  const found: Record<string, unknown> = {};
  const required = schema.required ?? [];
  if (required.length === 0) return null;
  for (const name of required) {
    const shape = SHAPES.find(([called]) => called.test(name))?.[1];
    const value = shape?.exec(wish)?.[0];
    if (!value) return null;
    found[name] = value;
  }
  return found;
}

function readOut(result: string): string {
  try {
    const facts = Object.entries(JSON.parse(result) as Record<string, unknown>).filter(
      ([, value]) => ['string', 'number'].includes(typeof value) && value !== '',
    );
    return facts.length === 0
      ? ''
      : `Here is what I found. ${facts.map(([name, value]) => `${wordsOf(name)}: ${value}`).join(' · ')}`;
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

const wordsOf = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

export function textOf(message: ChatMessage | undefined): string {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('');
}
