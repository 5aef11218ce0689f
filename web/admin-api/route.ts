// What a route of the admin API is: method, path, the role it needs, the shape of its input and of its answer, and what it
// does. The same table answers requests, is written out as the OpenAPI document, and is walked by the tests.
import type { z } from 'zod';
import { SupportError } from '../../core/errors.ts';
import { type AdminPerson, ROLES, type Role } from '../../models/admins.ts';

export interface AdminCall<Input = unknown> {
  input: Input;
  /** Parts of the path, by name. */
  params: Record<string, string>;
  /** Absent on routes that are open to everybody. */
  person: AdminPerson;
  request: Request;
}

export interface AdminRoute<Input = unknown, Output = unknown> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /admin/api; `:name` is a part of the path. */
  path: string;
  /** `nobody`: without being signed in. */
  role: Role | 'nobody';
  summary: string;
  /** Query of a GET, body of the others. */
  input?: z.ZodType<Input>;
  /** What it answers when all is well. Dates go out as ISO 8601. */
  answer: z.ZodType<Output>;
  /** It can answer a table (CSV), too. */
  tables?: true;
  /** Further statuses, and what is answered with them; those that every route has are not named. */
  refusals?: Readonly<Record<number, z.ZodType>>;
  /** A value is answered as JSON; a Response goes out as it is. */
  run(call: AdminCall<Input>): Promise<NoInfer<Output> | Response>;
}

/** Holds what a route does to the shapes that it names. */
export function route<Input, Output>(made: AdminRoute<Input, Output>): AdminRoute {
  return made as unknown as AdminRoute;
}

export function mayUse(role: Role, needed: AdminRoute['role']): boolean {
  return needed === 'nobody' || ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Finds the route and the parts of its path; null when there is none. */
export function matchRoute(
  routes: readonly AdminRoute[],
  method: string,
  path: string,
): { route: AdminRoute; params: Record<string, string> } | null {
  for (const candidate of routes) {
    if (candidate.method !== method) continue;
    const params = matchPath(candidate.path, path);
    if (params) return { route: candidate, params };
  }
  return null;
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodePart(given[at]!);
    else if (part !== given[at]) return null;
  }
  return params;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new SupportError('path.unreadable', 'This address cannot be read.', { kind: 'refused', status: 400, cause });
  }
}

export function refuse(status: number, code: string, message: string): SupportError {
  return new SupportError(code, message, { kind: 'refused', status });
}
