// The card and the forms within Slack's limits, whatever stands in a case: judged by the stand-in's own check.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderCard } from '../../channels/slack/desk/card.ts';
import * as forms from '../../channels/slack/desk/forms.ts';
import { customerOf, noteOf, whisperOf } from '../../channels/slack/desk/lines.ts';
import { savedText } from '../../channels/slack/desk/replies.ts';
import { routeOf } from '../../channels/slack/desk/route.ts';
import { faultOfBlocks, faultOfView } from '../../emulators/slack/validate.ts';
import type { Case, CaseStatus } from '../../models/case.ts';
import { makeCase } from './cases.ts';

const AT = new Date('2026-03-02T10:00:00Z');
const ANA = { id: 'U1', name: 'Ana' };
const wild = (most: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: most }),
    fc.constantFrom(
      '👩‍👩‍👧'.repeat(most / 8),
      'שלום עולם '.repeat(most / 10),
      '<!channel> & <@U1> '.repeat(most / 19),
      '\n'.repeat(40),
      '',
    ),
  );
const STATUSES: CaseStatus[] = ['open', 'claimed', 'on hold', 'resolved', 'returned'];

const anyCase = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    summary: wild(5_000),
    suggested: wild(3_000),
    customerName: wild(400),
    tried: fc.array(wild(500), { maxLength: 30 }),
    lines: fc.array(wild(3_000), { maxLength: 200 }),
    staff: wild(200),
    approval: fc.boolean(),
  })
  .map(
    ({ status, lines, staff, approval, ...rest }): Case =>
      makeCase('ESC-1', AT, {
        ...rest,
        status,
        owner: status === 'open' ? null : { id: 'U1', name: staff },
        recent: lines.map((text) => ({ who: 'customer' as const, text, at: AT })),
        closing: { code: rest.summary.slice(0, 60), by: { id: 'U1', name: staff }, at: AT },
        ...(approval
          ? {
              approval: {
                agent: 'billing',
                tool: 'refund_charge',
                input: {},
                summary: rest.summary,
                amount: { value: 500, currency: 'USD' },
                key: 'k',
                expiresAt: AT,
              },
            }
          : {}),
      }),
  );

describe('what the desk shows in Slack', () => {
  it('keeps a card within the limits with any content', () => {
    const savedReplies = Array.from({ length: 140 }, (_, at) => ({
      name: `Reply ${at} ${'x'.repeat(70)}`,
      texts: { en: 'x' },
    }));
    const linkTo = () => `https://example.org/${'x'.repeat(100)}`;
    fc.assert(
      fc.property(anyCase, (subject) => {
        const { text, blocks } = renderCard(subject, { linkTo, savedReplies });
        assert.equal(faultOfBlocks(blocks), null);
        assert.ok(text.length > 0 && text.length <= 4_000);
        assert.doesNotMatch(
          JSON.stringify(blocks).replaceAll('<!date', ''),
          /<!channel>|<@U1>/,
          'nobody is called by a customer',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has the customer call nobody in a thread, and leak nobody into a whisper', () => {
    fc.assert(
      fc.property(wild(5_000), wild(300), (text, name) => {
        const said = customerOf({ name, text, attachments: [], what: 'said' }, () => '');
        assert.ok(String(said.text).length <= 4_000 && String(said.text).length > 0);
        assert.doesNotMatch(String(said.text), /<!channel>|<@U1>/);
        assert.ok(String(said.username).length <= 80);
        assert.doesNotMatch(String(noteOf({ text }).text), /<!channel>|<@U1>/);
        const offer = { what: 'undo' as const, caseId: 'ESC-1', epoch: 3, messageId: '1700000000.000100' };
        if (text) assert.equal(faultOfBlocks(whisperOf({ to: 'U1', text, offer }).blocks), null);
      }),
      { numRuns: 200 },
    );
  });

  it('opens the form for a reply with any draft', () => {
    fc.assert(
      fc.property(wild(8_000), (draft) => {
        const form = forms.sayForm({ case: 'ESC-1', epoch: 1 }, draft);
        assert.equal(faultOfView(form), null);
        const field = (form.blocks[0] as unknown as { element: { initial_value?: string } }).element;
        assert.ok((field.initial_value ?? '').length <= 3_000);
      }),
    );
  });

  it('opens every form within the limits', () => {
    const value = { case: 'ESC-1', epoch: 1 };
    for (const [name, make] of Object.entries(forms)) {
      if (!name.endsWith('Form') || name === 'readForm') continue;
      assert.equal(faultOfView((make as (value: object, draft: string) => object)(value, 'draft')), null, name);
    }
  });

  it('says how somebody may be made up to, with no other amount to type in', () => {
    const approval = {
      agent: 'escalation',
      tool: 'give_credit',
      input: { amount: 10 },
      summary: 'Give a gift card of $10.00 as an apology.',
      key: 'k',
      expiresAt: AT,
      isApology: true as const,
    };
    const drawn = JSON.stringify(renderCard(makeCase('ESC-1', AT, { approval })).blocks);
    assert.match(drawn, /To make up for it.*gift card of \$10\.00/);
    assert.deepEqual(drawn.match(/case:(approve|change|decline)/g), ['case:approve', 'case:decline']);
  });

  it('takes a saved reply in the language of the customer, else in English, else as it is', () => {
    const reply = { name: 'Hello', texts: { en: 'Hello', de: 'Hallo' } };
    assert.deepEqual(
      [
        savedText(reply, 'de'),
        savedText(reply, 'fr'),
        savedText({ name: 'x', texts: { es: 'Hola' } }, 'fr'),
        savedText(undefined, 'en'),
      ],
      ['Hallo', 'Hello', 'Hola', ''],
    );
  });

  it('routes a case by the first row that fits', () => {
    const routes = [
      { intents: ['BILLING'], priorities: ['URGENT' as const], channel: 'C1' },
      { languages: ['de'], channel: 'C2' },
      { intents: ['BILLING'], channel: 'C3' },
    ];
    const go = (intent: string, priority: Case['priority'], language: string) =>
      routeOf({ intent, priority, language }, routes, 'C0');
    assert.deepEqual(
      [
        go('BILLING', 'URGENT', 'de'),
        go('BILLING', 'LOW', 'de'),
        go('BILLING', 'LOW', 'en'),
        go('SHIPPING', 'LOW', 'en'),
        go('SHIPPING', 'LOW', 'de-AT'),
      ],
      ['C1', 'C2', 'C3', 'C0', 'C2'],
    );
  });

  it('has one menu of three dots, and calls the other one by what it is for', () => {
    const { blocks } = renderCard(makeCase('ESC-1', AT));
    const elements = blocks.flatMap(
      (block) => (block.elements ?? []) as { type: string; placeholder?: { text: string } }[],
    );
    assert.equal(elements.filter((one) => one.type === 'overflow').length, 1);
    assert.deepEqual(
      elements.filter((one) => one.type === 'static_select').map((one) => one.placeholder?.text),
      ['Label…'],
    );
  });

  it('draws the buttons that fit the state, and never one that would be refused', () => {
    const buttons = (status: CaseStatus) =>
      JSON.stringify(renderCard(makeCase('ESC-1', AT, { status, owner: status === 'open' ? null : ANA })).blocks)
        .match(/case:[\w-]+/g)!
        .filter((one) => !['case:more', 'case:label', 'case:actions'].includes(one));
    assert.deepEqual(buttons('open'), ['case:claim', 'case:assign', 'case:dismiss']);
    assert.deepEqual(buttons('claimed'), ['case:say', 'case:resolve', 'case:release', 'case:assign', 'case:return']);
    assert.deepEqual(buttons('resolved'), ['case:reopen']);
    assert.deepEqual(buttons('returned'), ['case:reopen']);
  });
});
