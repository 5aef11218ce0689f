// A signed-in admin for tests: keeps the cookie, sends the header that the pages send, and answers status and JSON.
import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { createAdminStore, type Role } from '../../models/admins.ts';
import { hashPassword } from '../../web/admin-api/sign-in.ts';

export interface AdminAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  body: any;
  text: string;
  /** Where it sends the browser; null when it answers itself. */
  location: string | null;
}

export interface AdminClient {
  /** Opens any address in the same session. */
  open(url: string): Promise<Response>;
  call(method: string, path: string, input?: unknown, headers?: Record<string, string>): Promise<AdminAnswer>;
}

export const PASSWORD = 'correct horse battery';

/** A person of this role in the database of a running server, signed in. */
export async function signInAs(origin: string, mongoUri: string, role: Role): Promise<AdminClient> {
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  const email = `${role}@example.com`;
  await createAdminStore(connection).put({
    _id: email,
    name: role,
    role,
    invitedAt: new Date(),
    password: await hashPassword(PASSWORD),
  });
  await connection.close();
  return signIn(origin, email, PASSWORD);
}

export async function signIn(origin: string, email: string, password: string): Promise<AdminClient> {
  const open = clientOf(origin, '');
  const answer = await open.raw('POST', '/sign-in', { email, password });
  assert.equal(answer.response.status, 200, await answer.response.text());
  return clientOf(origin, answer.response.headers.get('set-cookie')!.split(';')[0]!);
}

export function clientOf(origin: string, cookie: string) {
  const raw = async (method: string, path: string, input?: unknown, headers: Record<string, string> = {}) => ({
    response: await fetch(`${origin}/admin/api${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'x-frontdesk': 'admin',
        ...(cookie ? { cookie } : {}),
        ...(input === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    }),
  });
  return {
    raw,
    open: (url: string) => fetch(url, { headers: { cookie } }),
    call: async (
      method: string,
      path: string,
      input?: unknown,
      headers: Record<string, string> = {},
    ): Promise<AdminAnswer> => {
      const { response } = await raw(method, path, input, headers);
      const text = await response.text();
      const isJson = (response.headers.get('content-type') ?? '').includes('json');
      const location = response.headers.get('location');
      return { status: response.status, text, body: isJson ? JSON.parse(text) : text, location };
    },
  };
}
