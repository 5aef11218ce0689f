// All backends of a shop that lives in our own MongoDB: one line each.
import type { Clock } from '../../../core/clock.ts';
import type { OpenRows } from '../../../models/rows.ts';
import type { Backends } from '../../index.ts';
import { createSandboxProcessor } from '../payments-sandbox.ts';
import { createMongoBilling } from './billing.ts';
import { createMongoCatalogue } from './catalogue.ts';
import { createMongoKnowledge } from './knowledge.ts';
import { createMongoShipping } from './shipping.ts';
import { createMongoShop } from './shop.ts';
import { createMongoSupport } from './support.ts';

export function createMongoBackends(open: OpenRows, clock: Clock): Backends {
  return {
    shop: createMongoShop(open, clock),
    catalogue: createMongoCatalogue(open, clock),
    knowledge: createMongoKnowledge(open, clock),
    support: createMongoSupport(open, clock),
    billing: createMongoBilling(open, clock),
    shipping: createMongoShipping(open, clock),
    payments: createSandboxProcessor(open, clock),
  };
}
