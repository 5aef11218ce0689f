// A yes in a clause of its own counts where it says nothing but that; whatever alters what is proposed keeps it from being done.
import assert from 'node:assert/strict';
import { agreedAloud } from '../../dialogs/exchanges/agreed-aloud.ts';

const EXCHANGE = {
  tool: 'exchange_item',
  summary:
    'Exchange from order ORD-20497: Everyday Backpack (green, small) for the one in white, large. That is $10.00 more, charged the way you paid. You get a return label by e-mail.',
};
const CANCEL = { tool: 'cancel_order', summary: 'Cancel order ORD-20157; $95.00 goes back to the way you paid.' };
const RETURN = {
  tool: 'return_order',
  summary:
    'Send back from order ORD-20099: 1 × Everyday Speaker (white); you get a free label by e-mail, and $84.50 back once it has arrived.',
};
const CHANGE = {
  tool: 'change_items',
  summary:
    "In order ORD-20614: 1 × Studio Kettle (red) instead of 2 × Studio Kettle (red) and 1 × Travel Lamp (blue) instead of 2 × Travel Lamp (green). $100.00 goes back to the way you paid. An order's items can be changed once.",
};

const AGREES: [typeof CANCEL, string, string][] = [
  [EXCHANGE, 'The backpack is only too small. But very well, I agree to the exchange, please make it.', ''],
  [EXCHANGE, 'I would like that you do the exchange which you have proposed: white, large, for ten dollars more.', ''],
  [EXCHANGE, 'Yes, exactly this. No colleague is necessary.', ''],
  [EXCHANGE, "28 litres sounds perfect, and my laptop is 16 inch anyway. Alright, let's swap it then.", ''],
  [CANCEL, "Yes please, that's exactly what I want", ''],
  [
    CANCEL,
    'I had no idea! Well go ahead then and cancel it, and could you check the other?',
    'and could you check the other?',
  ],
  [
    CANCEL,
    'Elementary, go for it. And ORD-20384, can that be sent to my office?',
    'And ORD-20384, can that be sent to my office?',
  ],
  [CANCEL, 'Correct, proceed. Then change the address of ORD-20239.', 'Then change the address of ORD-20239.'],
  [RETURN, 'yep thats it. where does money go n how long', 'where does money go n how long'],
  [RETURN, 'the charge is fine. just the return, yeah do it', ''],
  [CHANGE, 'Yes, that is quite right. Thank you for your patience.', ''],
];

const OTHERWISE: [typeof CANCEL, string][] = [
  [EXCHANGE, 'Ten dollars more I accept. But please, before I agree: do I have to send the old one first?'],
  [EXCHANGE, 'Yes, exactly this. In black.'],
  [EXCHANGE, 'make it small'],
  [EXCHANGE, 'I want it small. Yes, do it.'],
  [EXCHANGE, 'yes but in blue'],
  [EXCHANGE, 'Yes. But only if it is free.'],
  [EXCHANGE, 'yes, and cancel ORD-20099'],
  [CANCEL, 'go ahead and cancel both'],
  [CANCEL, 'go ahead and cancel ORD-20111'],
  [CANCEL, 'do that tomorrow'],
  [CANCEL, 'no, do that later'],
  [CANCEL, 'is that exactly right?'],
  [CANCEL, "Correct me if I'm wrong"],
  [CANCEL, 'please do tell me why'],
  [CANCEL, "let's see"],
  [RETURN, 'yes, 2 speakers'],
  [RETURN, 'I agree. The blanket too please.'],
  [CHANGE, 'exactly 2 of them'],
  [CHANGE, 'yes, one lamp'],
  [CHANGE, 'yes, exactly the lamp'],
  [CHANGE, 'make it green'],
];

describe('a yes in a clause of its own', () => {
  for (const [proposal, text, asked] of AGREES)
    it(`is «${text}»`, () => {
      assert.equal(agreedAloud(text, proposal)?.asked.join(' '), asked);
    });

  for (const [proposal, text] of OTHERWISE)
    it(`is not «${text}»`, () => {
      assert.equal(agreedAloud(text, proposal), null);
    });
});
