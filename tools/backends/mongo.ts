// All backends of a shop that lives in our own MongoDB: one line each.
import type { Clock } from '../../core/clock.ts';
import type { OpenRows } from '../../models/rows.ts';
import type { Backends } from '../index.ts';
import { createMongoBilling } from './mongo-billing.ts';
import { createMongoKnowledge } from './mongo-knowledge.ts';
import { createMongoShipping } from './mongo-shipping.ts';
import { createMongoShop } from './mongo-shop.ts';
import { createMongoSupport } from './mongo-support.ts';
import { createSandboxProcessor } from './payments-sandbox.ts';

export function createMongoBackends(open: OpenRows, clock: Clock): Backends {
  return {
    shop: createMongoShop(open, clock),
    knowledge: createMongoKnowledge(open, clock),
    support: createMongoSupport(open, clock),
    billing: createMongoBilling(open, clock),
    shipping: createMongoShipping(open, clock),
    payments: createSandboxProcessor(open, clock),
  };
}
