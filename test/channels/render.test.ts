// Agents write Markdown once; each network gets its own. No raw signs are left, nothing that was written elsewhere mentions
// anybody or becomes a link of its own, and an SMS is not made dearer than it has to be.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderMrkdwn, renderMessage as renderSlack } from '../../channels/slack/render.ts';
import { sortFiles } from '../../channels/sms/media.ts';
import { countSegments, renderSms } from '../../channels/sms/render.ts';
import { renderMessage as renderTeams } from '../../channels/teams/render.ts';
import { faultOfBlocks } from '../../emulators/slack/validate.ts';

const BOT = { id: 'frontdesk', role: 'bot' as const };

describe("Slack's mrkdwn", () => {
  const table: [string, string][] = [
    ['**Your order** is _on its way_', '*Your order* is _on its way_'],
    ['# Steps\n\n1. Restart\n2. Reset', '*Steps*\n\n1. Restart\n2. Reset'],
    ['[the guide](https://example.com/a|b)', '<https://example.com/a%7Cb|the guide>'],
    ['[x](javascript:alert(1))', 'x'],
    ['<!here> <!channel> <@U123> <#C123>', '&lt;!here&gt; &lt;!channel&gt; &lt;@U123&gt; &lt;#C123&gt;'],
    ['<!subteam^S1|all>', '&lt;!subteam^S1|all&gt;'],
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['[<!here>](https://example.com)', '<https://example.com|&lt;!here&gt;>'],
    ['`<!here>`', '`&lt;!here&gt;`'],
    ['> quoted\n> twice', '> quoted\n> twice'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '• a: 1, b: 2'],
  ];
  for (const [markdown, mrkdwn] of table)
    it(`of ${JSON.stringify(markdown)}`, () => assert.equal(renderMrkdwn(markdown), mrkdwn));

  it('is taken by Slack, and mentions nobody, whatever the text', () => {
    const sign = fc.constantFrom(
      '<!here>',
      '<@U1>',
      '**',
      '_',
      '`',
      '```',
      '[',
      '](https://a.b)',
      '\n',
      '> ',
      '|',
      '&',
      'word ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(sign, fc.string({ maxLength: 20 })), { maxLength: 60 }), (parts) => {
        const { text, blocks } = renderSlack({ text: parts.join(''), from: BOT });
        assert.equal(faultOfBlocks(blocks), null);
        assert.ok(text.length > 0);
        assert.doesNotMatch(`${text}${JSON.stringify(blocks ?? [])}`, /<[!@#]/);
      }),
    );
  });
});

describe("Teams' Markdown", () => {
  const said = (text: string) => renderTeams({ text, from: BOT }).message.text;
  const table: [string, string][] = [
    ['**Your order** is _on its way_', '**Your order** is _on its way_'],
    ['<at>Ana</at> hi', '&lt;at&gt;Ana&lt;/at&gt; hi'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[the guide](https://example.com/a)', '[the guide](https://example.com/a)'],
    ['[x](javascript:alert(1))', 'x'],
    ['# Steps', '**Steps**'],
  ];
  for (const [markdown, teams] of table)
    it(`of ${JSON.stringify(markdown)}`, () => assert.equal(said(markdown), teams));

  it('carries no tag, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        assert.doesNotMatch(said(`<at>${text}</at>`)!, /<(at|img|script|a)\b/i);
      }),
    );
  });

  it('says who speaks when it is a person', () => {
    const { message } = renderTeams({ text: 'Hello', from: { id: 'ana', name: 'Ana <b>', role: 'user' } });
    assert.equal(message.text, '**Ana &lt;b&gt;:** Hello');
  });

  it('shows more choices than a card has buttons for', () => {
    const choices = Array.from({ length: 8 }, (_, at) => ({ title: `Option ${at + 1}`, value: `v${at + 1}` }));
    const card = JSON.stringify(renderTeams({ text: 'Which?', choices, from: BOT }).message);
    assert.match(card, /8\. Option 8/);
    assert.equal(card.match(/Action\.Submit/g)!.length, 6);
  });
});

describe('an SMS', () => {
  const say = (text: string, most = 4) => renderSms({ text }, most);

  it('keeps to the cheap alphabet where that loses nothing', () => {
    const { body, segments } = say('“It’s on its way” – track it… • today');
    assert.equal(body, '"It\'s on its way" - track it... - today');
    assert.equal(segments, 1);
    assert.equal(say(`${'a'.repeat(150)}’s`).segments, 1, 'one curly quote would have made it two');
  });

  it('counts as networks count', () => {
    const table: [string, number][] = [
      ['a'.repeat(160), 1],
      ['a'.repeat(161), 2],
      ['a'.repeat(306), 2],
      ['a'.repeat(307), 3],
      ['€'.repeat(80), 1],
      ['€'.repeat(81), 2],
      ['я'.repeat(70), 1],
      ['я'.repeat(71), 2],
      ['🚚'.repeat(35), 1],
      ['🚚'.repeat(36), 2],
    ];
    for (const [text, segments] of table)
      assert.equal(countSegments(text), segments, `${text.slice(0, 2)} ${text.length}`);
  });

  it('has no signs of Markdown, bare links, and at most so many segments', () => {
    assert.equal(say('**Hi**, see [the guide](https://example.com/a)').body, 'Hi, see the guide https://example.com/a');
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000 }), fc.integer({ min: 3, max: 8 }), (text, most) => {
        const { body, segments, rest } = say(text, most);
        assert.ok(segments <= most && body.length <= 1_600);
        if (rest === null) assert.ok(countSegments(body) <= most);
      }),
    );
  });

  it('never asks for a word that would unsubscribe', () => {
    const choices = [
      { title: 'Cancel the order', value: 'yes' },
      { title: 'Stop', value: 'no' },
    ];
    const { body } = renderSms({ text: 'Which?', choices }, 4);
    assert.match(body, /^1\. Cancel the order$/m);
    assert.doesNotMatch(body, /reply (stop|cancel|end|quit)/i);
  });

  it('loses no link to a file, however long the words before it are', () => {
    const link = `letter.pdf https://support.example.com/files/1?signature=${'s'.repeat(43)}`;
    const { body, rest } = renderSms({ text: 'A long story. '.repeat(200) }, 4, [link]);
    assert.ok(body.endsWith(link) && rest !== null, body);
  });

  it('takes along what phones show, and makes links of the rest', () => {
    const file = (name: string, type: string, bytes = 1_000) => ({ id: name, name, type, bytes, sha256: '' });
    const files = [
      file('a.png', 'image/png'),
      file('b.pdf', 'application/pdf'),
      file('c.jpg', 'image/jpeg', 5_000_000),
      file('d.gif', 'image/gif', 1_000_000),
      file('e.svg', 'image/svg+xml'),
    ];
    const names = (isWhatsApp: boolean) => {
      const { along, asLinks } = sortFiles(files, isWhatsApp);
      return [along, asLinks].map((list) => list.map((one) => one.name[0]).join(''));
    };
    assert.deepEqual(names(false), ['ac', 'bde']);
    assert.deepEqual(names(true), ['a', 'bcde']);
  });

  it('does not number what is a number itself', () => {
    const choices = [5, 4, 3, 2, 1].map((score) => ({
      title: `${score}${score === 5 ? ' (very)' : ''}`,
      value: `${score}`,
    }));
    assert.equal(renderSms({ text: 'How satisfied?', choices }, 4).body, 'How satisfied?\n\n5 (very)\n4\n3\n2\n1');
  });
});
