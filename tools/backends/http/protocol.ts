// The whole protocol by which a shop plugs in its own systems, as a value, and the OpenAPI document that is made of it.
import { z } from 'zod';
import type { Backends } from '../../index.ts';
import { BILLING, PAYMENTS } from './billing.ts';
import { KEY, type Operation, type Operations, pathOf } from './operation.ts';
import { CATALOGUE, SHOP } from './shop.ts';
import { KNOWLEDGE, SHIPPING, SUPPORT } from './support.ts';

export type PortName = keyof Backends;

export const PROTOCOL: { [Port in PortName]: Operations<Backends[Port]> } = {
  shop: SHOP,
  catalogue: CATALOGUE,
  knowledge: KNOWLEDGE,
  support: SUPPORT,
  billing: BILLING,
  payments: PAYMENTS,
  shipping: SHIPPING,
};

/** Every operation with its port and the name of its call. */
export function listOperations(): { port: PortName; call: string; path: string; operation: Operation }[] {
  return (Object.keys(PROTOCOL) as PortName[]).flatMap((port) =>
    Object.entries(PROTOCOL[port] as Record<string, Operation>).map(([call, operation]) => ({
      port,
      call,
      path: pathOf(port, call),
      operation,
    })),
  );
}

/** What stands in the body of a request: all parameters but the key. */
export function bodySchema({ takes }: Operation): z.ZodObject {
  return z.object(Object.fromEntries(Object.entries(takes).filter(([name]) => name !== KEY)));
}

/** OpenAPI 3.1: what a shop's own system answers. */
export function describeProtocol(): Record<string, unknown> {
  const schemaOf = (schema: z.ZodType) => {
    const { $schema: _version, ...rest } = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      // The format says it all; the pattern behind it fills a screen.
      override: ({ jsonSchema }) => {
        if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      },
    });
    return rest;
  };
  const json = (schema: unknown) => ({ 'application/json': { schema } });
  const keyHeader = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } };
  const paths = listOperations().map(({ port, call, path, operation }) => [
    `/${path}`,
    {
      post: {
        tags: [port],
        operationId: `${port}.${call}`,
        summary: operation.says,
        ...(KEY in operation.takes ? { parameters: [keyHeader] } : {}),
        requestBody: { required: true, content: json(schemaOf(bodySchema(operation))) },
        responses: {
          200: { description: 'The answer.', content: json(schemaOf(z.object({ result: operation.gives }))) },
          401: { description: 'The secret is not the one that was agreed.' },
          422: { description: 'Refused for good, with a code.', content: json(schemaOf(refusalSchema)) },
          429: { description: 'Too many requests; `Retry-After` says when to come again.' },
          503: { description: 'Not now; `Retry-After` says when to come again.' },
        },
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: "A shop's own systems behind Frontdesk",
      version: '1',
      description:
        'Frontdesk asks; the shop answers. Every request is a POST of one JSON object, with the secret as bearer token; every answer is `{"result": …}`. A write carries an `Idempotency-Key`: the same key is done once, and a repetition is answered as the first time.',
    },
    components: { securitySchemes: { secret: { type: 'http', scheme: 'bearer' } } },
    security: [{ secret: [] }],
    paths: Object.fromEntries(paths),
  };
}

export const refusalSchema = z.object({ error: z.object({ code: z.string().max(100) }) });
