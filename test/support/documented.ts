// A client that holds every answer of the admin API against its own OpenAPI document: the status must be named there, and the
// body must have the shape that stands beside it. It remembers what it has seen, so that a test can ask for the rest.
import assert from 'node:assert/strict';
import { z } from 'zod';
import { type AdminAnswer, type AdminClient, clientOf } from './admin-client.ts';

type Json = Record<string, unknown>;
interface Operation {
  method: string;
  path: string;
  pattern: RegExp;
  responses: Record<string, { headers?: { location?: object }; content?: Record<string, { schema: Json }> }>;
}

export interface Contract {
  operations: Operation[];
  /** `GET /numbers 200`, for everything that was answered so far. */
  seen: Set<string>;
  /** The same client, each of whose answers is checked. */
  hold(client: AdminClient): AdminClient;
  /** What is wrong with an answer to this call; null when nothing is. */
  faultOf(method: string, path: string, answer: AdminAnswer): string | null;
}

export async function readContract(origin: string): Promise<Contract> {
  const { body: document } = await clientOf(origin, '').call('GET', '/openapi.json');
  const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(
    ([full, methods]) => {
      const path = full.replace('/admin/api', '');
      const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
      return Object.entries(methods).map(([method, one]) => ({
        method: method.toUpperCase(),
        path,
        pattern,
        responses: one.responses,
      }));
    },
  );
  const seen = new Set<string>();
  const readers = new Map<Json, z.ZodType>();

  function readerOf(schema: Json): z.ZodType {
    const known = readers.get(schema);
    if (known) return known;
    const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1)! : null;
    const made = z.fromJSONSchema(name ? document.components.schemas[name] : (schema as never)) as z.ZodType;
    readers.set(schema, made);
    return made;
  }

  /** A name such as /settings comes before a part of a path such as /{id}. */
  const operationOf = (method: string, path: string) =>
    operations
      .filter((one) => one.method === method && one.pattern.test(path))
      .sort((one, other) => one.path.split('{').length - other.path.split('{').length)[0];

  function faultOf(method: string, address: string, answer: AdminAnswer): string | null {
    const operation = operationOf(method, address.split('?')[0]!);
    if (!operation) return answer.status === 404 ? null : `${method} ${address} is not in the document`;
    const where = `${method} ${operation.path} ${answer.status}`;
    seen.add(where);
    const said = operation.responses[answer.status];
    if (!said) return `${where} is not in the document: ${answer.text.slice(0, 200)}`;
    if (said.headers?.location)
      return answer.location ? null : `${where} goes on at another address, and does not say which`;
    const isText = typeof answer.body === 'string';
    const kind = isText ? 'text/csv' : 'application/json';
    const schema = said.content?.[kind]?.schema;
    if (!schema) return `${where} is answered as ${kind}, which is not in the document`;
    const read = readerOf(schema).safeParse(answer.body);
    return read.success ? null : `${where}: ${z.prettifyError(read.error)}`;
  }

  return {
    operations,
    seen,
    faultOf,
    hold: (client) => ({
      open: client.open,
      call: async (method, path, input, headers) => {
        const answer = await client.call(method, path, input, headers);
        assert.equal(faultOf(method, path, answer), null);
        return answer;
      },
    }),
  };
}
