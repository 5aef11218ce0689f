// The desk's forms: opened in answer to a button, as pure functions of the case's id and what stood on the button. What
// comes back is read here, too, and becomes an ordinary entry of the case.

import { INTENTS } from '../../../models/turn.ts';
import type { Block } from '../render.ts';
import type { ViewSubmission } from '../schema.ts';
import type { ButtonValue } from './card.ts';

export interface Form {
  type: 'modal';
  callback_id: string;
  private_metadata: string;
  title: Block;
  submit: Block;
  close: Block;
  blocks: Block[];
  [field: string]: unknown;
}

const plain = (text: string) => ({ type: 'plain_text', text }) as Block;

function form(callbackId: string, value: ButtonValue, title: string, submit: string, blocks: Block[]): Form {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: JSON.stringify(value),
    title: plain(title),
    submit: plain(submit),
    close: plain('Close'),
    blocks,
  };
}

function input(id: string, label: string, element: Block, optional = true): Block {
  return { type: 'input', block_id: id, optional, label: plain(label), element: { action_id: id, ...element } };
}

function options(values: readonly string[]): Block[] {
  return values.map((value) => ({ text: plain(value), value }) as unknown as Block);
}

const CLOSING_CODES = [
  'solved',
  'refunded',
  'replaced',
  'explained',
  'not reproducible',
  'duplicate',
  'other',
] as const;

export function resolveForm(value: ButtonValue): Form {
  return form('case:resolve', value, 'Resolve the case', 'Resolve', [
    input('code', 'How did it end?', { type: 'static_select', options: options(CLOSING_CODES) }, false),
    ...brief(),
  ]);
}

/** The bot goes on with it: it must know what the person has said and promised. */
export function returnForm(value: ButtonValue): Form {
  return form('case:return', value, 'Return to bot', 'Return', brief());
}

function brief(): Block[] {
  const text = { type: 'plain_text_input', multiline: true, max_length: 500 } as Block;
  return [
    input('promised', 'What was promised to the customer?', text),
    input('facts', 'What should the bot know from now on?', text),
    input('note', 'Note for colleagues', text),
  ];
}

export function assignForm(value: ButtonValue): Form {
  return form('case:assign', value, 'Assign the case', 'Assign', [
    input('to', 'To whom?', { type: 'users_select' }, false),
  ]);
}

export function priorityForm(value: ButtonValue): Form {
  const choices = options(['LOW', 'MEDIUM', 'HIGH', 'URGENT']);
  return form('case:priority', value, 'Change the priority', 'Change', [
    input('priority', 'Priority', { type: 'static_select', options: choices }, false),
  ]);
}

const HOLD_EVENTS = { customer: 'the customer writes', shop: 'the shop reports something' } as const;

export function holdForm(value: ButtonValue): Form {
  const events = Object.entries(HOLD_EVENTS).map(([event, text]) => ({ text: plain(text), value: event }));
  return form('case:hold', value, 'Put on hold', 'Hold', [
    input('until', 'Until when, at the latest?', { type: 'datetimepicker' }),
    input('event', 'Or until', { type: 'static_select', options: events } as unknown as Block),
  ]);
}

export function intentForm(value: ButtonValue): Form {
  return form('case:intent', value, 'Wrong intent', 'Keep', [
    input('right', 'What was it about?', { type: 'static_select', options: options(INTENTS) }, false),
  ]);
}

export function mergeForm(value: ButtonValue): Form {
  return form('case:merge', value, 'Merge into another case', 'Merge', [
    input('into', 'Into which case? (ESC-…)', { type: 'plain_text_input', max_length: 40 } as never, false),
  ]);
}

export function blockForm(value: ButtonValue): Form {
  const days = ['1', '7', '30', '365', '0'].map((many) => ({
    text: plain(many === '0' ? 'not any more' : many),
    value: many,
  }));
  return form('case:block', value, 'Block the customer', 'Block', [
    input('reason', 'Why?', { type: 'plain_text_input', max_length: 200 } as never, false),
    input('days', 'For how many days?', { type: 'static_select', options: days } as unknown as Block, false),
  ]);
}

export function changeForm(value: ButtonValue): Form {
  return form('case:change', value, 'Change the amount', 'Ask the customer', [
    input('amount', 'New amount', { type: 'plain_text_input', max_length: 12 } as never, false),
  ]);
}

/** Words to be looked over before they leave. */
export function sayForm(value: ButtonValue, draft: string): Form {
  const element = { type: 'plain_text_input', multiline: true, max_length: 3_000 };
  const given = draft ? { ...element, initial_value: draft.slice(0, 3_000) } : element;
  return form('case:say', value, 'Reply to the customer', 'Send', [
    input('text', 'What the customer will read', given as never, false),
  ]);
}

/** The fields of a submitted form by their ids. */
export function readForm(submission: ViewSubmission): { value: ButtonValue; fields: Record<string, string> } | null {
  const value = readButton(submission.view.private_metadata);
  if (!value) return null;
  const fields: Record<string, string> = {};
  for (const [id, inputs] of Object.entries(submission.view.state.values)) {
    const field = inputs[id];
    const read = field?.value ?? field?.selected_option?.value ?? field?.selected_user ?? field?.selected_date_time;
    if (read !== null && read !== undefined) fields[id] = String(read);
  }
  return { value, fields };
}

/** What stood on a button, or null for something that we did not write. */
export function readButton(text: string | null | undefined): (ButtonValue & { message?: string }) | null {
  const [, caseId, epoch, message] =
    /^\{"case":"([\w-]{1,40})","epoch":(\d{1,9})(?:,"message":"([\w.:-]{1,60})")?\}$/.exec(text ?? '') ?? [];
  if (!caseId || !epoch) return null;
  return { case: caseId, epoch: Number(epoch), ...(message ? { message } : {}) };
}
