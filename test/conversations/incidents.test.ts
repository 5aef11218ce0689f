// What an admin's incident switch changes: a sentence for everybody, everything to people, or the bot paused.

import { readConfig } from '../../core/config.ts';
import { settingsFromConfig } from '../../settings/environment.ts';
import { converse } from '../support/converse.ts';
import { world } from '../support/world.ts';

const usual = settingsFromConfig(readConfig({ NODE_ENV: 'test' })).incident;

describe('incidents', () => {
  it('are told once before the answer', () =>
    converse(
      world({ settings: { incident: { ...usual, mode: 'notice', text: 'Parcels are late this week.' } } }),
      `
    customer: Where is my order ORD-12345?
    bot:      Parcels are late this week. Your order ORD-12345 is in transit…
    customer: Where is my order ORD-20001?
    bot:      Your order ORD-20001…
  `,
    ));

  it('send everything to people', () =>
    converse(
      world({ settings: { incident: { ...usual, mode: 'people', text: '' } } }),
      `
    customer: Where is my order ORD-12345?
    bot:      I'm bringing in a colleague.…
    then:     the case is open
    then:     no agent answered
  `,
    ));

  it('pause the bot, honestly', () =>
    converse(
      world({ settings: { incident: { ...usual, mode: 'paused', text: 'We are moving house today.' } } }),
      `
    customer: Where is my order ORD-12345?
    bot:      We are moving house today.…
    then:     there is no case
  `,
    ));

  it('are over when their time is', () =>
    converse(
      world({ settings: { incident: { mode: 'paused', text: '', until: '2020-01-01T00:00:00Z' } } }),
      `
    customer: Where is my order ORD-12345?
    bot:      Your order ORD-12345 is in transit…
  `,
    ));
});
