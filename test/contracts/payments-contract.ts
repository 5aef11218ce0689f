// What every payment processor promises: the same key moves money once, what moved can be looked up by its key, and a key
// belongs to one request.
import assert from 'node:assert/strict';
import type { PaymentProcessor } from '../../tools/backends/payments.ts';

const REFUND = { chargeId: 'PAY-1', cents: 8_999, currency: 'USD' };

export function paymentsContract(name: string, open: () => PaymentProcessor | Promise<PaymentProcessor>): void {
  describe(`payments contract: ${name}`, () => {
    let payments: PaymentProcessor;
    beforeEach(async () => {
      payments = await open();
    });

    it('moves money once for a key, and answers the same', async () => {
      const first = await payments.refund(REFUND, 'k1');
      assert.deepEqual(await payments.refund(REFUND, 'k1'), first);
      assert.deepEqual({ ...first, reference: '', at: null }, { ...REFUND, key: 'k1', reference: '', at: null });
      assert.notEqual((await payments.refund(REFUND, 'k2')).reference, first.reference);
    });

    it('moves money once when the same key comes twice at the same time', async () => {
      const both = await Promise.all([payments.refund(REFUND, 'k3'), payments.refund(REFUND, 'k3')]);
      assert.equal(both[0].reference, both[1].reference);
    });

    it('tells what moved under a key, and that nothing did', async () => {
      assert.equal(await payments.lookUp('k4'), null);
      const moved = await payments.refund(REFUND, 'k4');
      assert.deepEqual(await payments.lookUp('k4'), moved);
    });

    it('refuses a key that was used for another sum or charge', async () => {
      await payments.refund(REFUND, 'k5');
      const reused = { code: 'payment.key.reused', kind: 'refused' };
      await assert.rejects(payments.refund({ ...REFUND, cents: 1 }, 'k5'), reused);
      await assert.rejects(payments.refund({ ...REFUND, chargeId: 'PAY-2' }, 'k5'), reused);
      assert.equal((await payments.lookUp('k5'))?.cents, REFUND.cents);
    });

    it('makes one page for a key, on https, which does not tell whose it is', async () => {
      const request = { purpose: 'pay' as const, customerId: 'CUS-1', about: 'INV-1', cents: 100, currency: 'USD' };
      const { url } = await payments.createLink(request, 'l1');
      assert.equal((await payments.createLink(request, 'l1')).url, url);
      assert.notEqual((await payments.createLink(request, 'l2')).url, url);
      assert.equal(new URL(url).protocol, 'https:');
      assert.doesNotMatch(url, /CUS|INV/);
    });
  });
}
