// One wish about several orders is one for each of them; a second order that is only mentioned is none.
import assert from 'node:assert/strict';
import { forEachOrder } from '../../dialogs/reading/each-order.ts';
import type { Route, TurnContext } from '../../dialogs/turn-context.ts';

const routesOf = (text: string, act: Route['act'] = 'cancel-order') =>
  forEachOrder({
    meant: text,
    routes: [{ agent: 'order', intent: 'ORDER_INQUIRY', reason: 'act', act }],
  } as unknown as TurnContext).map((route) => route.text ?? text);

describe('a wish about several orders', () => {
  it('is one for each that a list names', () => {
    assert.deepEqual(routesOf('cancel both, ORD-20166 and ORD-20260, please'), [
      'cancel , ORD-20166, please',
      'cancel , ORD-20260, please',
    ]);
    assert.equal(routesOf('cancel 20166, 20260 and order 20457').length, 3);
  });

  it('keeps the address of each, and its postal code is no order', () => {
    assert.deepEqual(routesOf('deliver ORD-20166 and ORD-20260 to Main St 1, 10969 Berlin', 'change-address'), [
      'deliver ORD-20166 to Main St 1, 10969 Berlin',
      'deliver ORD-20260 to Main St 1, 10969 Berlin',
    ]);
  });

  for (const text of [
    'cancel ORD-20166, I already have ORD-20260',
    'cancel ORD-20166 or ORD-20260',
    'cancel ORD-20166 and ORD-20260 but not ORD-20457',
  ])
    it(`stays one: «${text}»`, () => assert.deepEqual(routesOf(text), [text]));

  it('stays one where nothing is to be done', () =>
    assert.equal(routesOf('where are ORD-20166 and ORD-20260', 'order-status').length, 1));
});
