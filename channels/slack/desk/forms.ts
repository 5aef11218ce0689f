// The desk's forms: opened in answer to a button, as pure functions of the case's id and what stood on the button. What
// comes back is read here, too, and becomes an ordinary entry of the case.

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

export const CLOSING_CODES = [
  'solved',
  'refunded',
  'replaced',
  'explained',
  'not reproducible',
  'duplicate',
  'other',
] as const;

export function resolveForm(value: ButtonValue): Form {
  const text = (lines: boolean) => ({ type: 'plain_text_input', multiline: lines, max_length: 500 }) as Block;
  return form('case:resolve', value, 'Resolve the case', 'Resolve', [
    input('code', 'How did it end?', { type: 'static_select', options: options(CLOSING_CODES) }, false),
    input('promised', 'What was promised to the customer?', text(true)),
    input('facts', 'What should the bot know from now on?', text(true)),
    input('note', 'Note for colleagues', text(true)),
  ]);
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

export function holdForm(value: ButtonValue): Form {
  return form('case:hold', value, 'Put on hold', 'Hold', [
    input('until', 'Until when?', { type: 'datetimepicker' }, false),
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
export function readButton(text: string | null | undefined): ButtonValue | null {
  const [, caseId, epoch] = /^\{"case":"([\w-]{1,40})","epoch":(\d{1,9})\}$/.exec(text ?? '') ?? [];
  return caseId && epoch ? { case: caseId, epoch: Number(epoch) } : null;
}
