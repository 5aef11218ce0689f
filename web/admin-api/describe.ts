// The OpenAPI 3.1 document, written out of the routes: input from the schemas that check it, answers from the schemas that the
// routes are held to.
import { z } from 'zod';
import { refusal } from './answers.ts';
import type { AdminRoute } from './route.ts';

export const PREFIX = '/admin/api';

type Json = Record<string, unknown>;

export function describe(routes: readonly AdminRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `${PREFIX}${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Frontdesk admin API',
      version: '1',
      description:
        'Everything that the admin pages do. Requests that change something carry the header `x-frontdesk: admin`.',
    },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'frontdesk_admin' } },
      schemas: { Refusal: schemaOf(refusal, 'output') },
    },
    security: [{ session: [] }],
    paths,
  };
}

function operationOf(route: AdminRoute): Json {
  const isGet = route.method === 'GET';
  const input = route.input ? schemaOf(route.input, 'input') : undefined;
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  return {
    summary: route.summary,
    description: `Role: ${route.role}.`,
    'x-role': route.role,
    ...(route.role === 'nobody' ? { security: [] } : {}),
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(isGet && input ? queryOf(input) : []),
    ],
    ...(!isGet && input ? { requestBody: { required: true, content: { 'application/json': { schema: input } } } } : {}),
    responses: responsesOf(route),
  };
}

function queryOf(input: Json): Json[] {
  const required = (input.required ?? []) as string[];
  return Object.entries((input.properties ?? {}) as Json).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

const WORDS: Record<number, string> = {
  302: 'Goes on at another address.',
  400: 'The input is wrong.',
  401: 'Not signed in.',
  403: 'Not allowed.',
  404: 'There is no such thing.',
  409: 'Somebody was quicker, or it is there already; nothing was overwritten.',
  422: 'The provider refused the try; nothing was saved.',
  429: 'Too many requests.',
  503: 'It would take too long.',
};

const REFUSED = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } };

function responsesOf({ answer, tables, refusals = {}, path }: AdminRoute): Json {
  const everywhere = [400, 401, 403, 429, ...(path.includes('/:') ? [404] : [])];
  const own = Object.entries(refusals).map(([status, schema]): [string, Json] => [
    status,
    {
      description: WORDS[Number(status)],
      ...(status === '302'
        ? { headers: { location: { schema: { type: 'string' } } } }
        : { content: schema === refusal ? REFUSED : { 'application/json': { schema: schemaOf(schema, 'output') } } }),
    },
  ]);
  const done = {
    description: 'Done.',
    content: {
      'application/json': { schema: schemaOf(answer, 'output') },
      ...(tables ? { 'text/csv': { schema: { type: 'string' } } } : {}),
    },
  };
  return {
    // What only ever sends elsewhere answers nothing itself.
    ...(answer._zod.def.type === 'never' ? {} : { 200: done }),
    ...Object.fromEntries(everywhere.map((status) => [status, { description: WORDS[status], content: REFUSED }])),
    ...Object.fromEntries(own),
    default: { description: 'A fault of ours.', content: REFUSED },
  };
}

/** As it stands in JSON: a date is a text in ISO 8601. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type !== 'date') return;
      jsonSchema.type = 'string';
      jsonSchema.format = 'date-time';
    },
  }) as Json;
  return made;
}
