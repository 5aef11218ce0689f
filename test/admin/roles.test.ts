// Who may do what, as a table that stands by itself: a route that is not in it, or that lets in another role than it says,
// is seen. Each role tries each route on a running server.
import assert from 'node:assert/strict';
import { ROLES, type Role } from '../../models/admins.ts';
import { type AdminClient, clientOf, signInAs } from '../support/admin-client.ts';
import { type AppStage, startApp } from '../support/app-stage.ts';

/** The least role that may. */
const TABLE: Record<string, Role | 'nobody'> = {
  'POST /sign-in/link': 'nobody',
  'POST /sign-in': 'nobody',
  'GET /sign-in/ways': 'nobody',
  'POST /sign-out': 'viewer',
  'GET /me': 'viewer',
  'GET /people': 'admin',
  'POST /people': 'admin',
  'PUT /people/{email}': 'admin',
  'POST /people/{email}/link': 'admin',
  'GET /settings': 'viewer',
  'PUT /settings': 'admin',
  'GET /settings/phrases': 'viewer',
  'GET /settings/revisions': 'viewer',
  'POST /settings/check': 'admin',
  'GET /settings/stand-ins': 'admin',
  'POST /settings/rollback': 'admin',
  'GET /settings/export': 'admin',
  'POST /settings/import': 'admin',
  'GET /overview': 'viewer',
  'GET /conversations': 'viewer',
  'GET /conversations/{id}': 'viewer',
  'GET /cases': 'viewer',
  'GET /cases/{id}': 'viewer',
  'GET /dead-letters': 'operator',
  'GET /dead-letters/{id}': 'operator',
  'POST /dead-letters/{id}/retry': 'operator',
  'DELETE /dead-letters/{id}': 'operator',
  'GET /numbers': 'viewer',
  'GET /numbers/by/{dimension}': 'viewer',
  'GET /alerts': 'viewer',
  'POST /alerts/{id}/acknowledge': 'operator',
  'GET /audit': 'admin',
  'GET /customers/{key}/summary': 'admin',
  'GET /customers/{key}': 'admin',
  'DELETE /customers/{key}': 'admin',
  'GET /knowledge': 'viewer',
  'GET /knowledge/articles/{id}': 'viewer',
  'POST /knowledge/articles': 'operator',
  'PUT /knowledge/articles/{id}/draft': 'operator',
  'DELETE /knowledge/articles/{id}/draft': 'operator',
  'POST /knowledge/articles/{id}/publish': 'admin',
  'POST /knowledge/articles/{id}/rollback': 'admin',
  'POST /knowledge/articles/{id}/withdraw': 'admin',
  'POST /knowledge/try': 'viewer',
  'GET /knowledge/unanswered': 'viewer',
};

describe('roles', function () {
  this.timeout(40_000);
  let app: AppStage;
  const people = {} as Record<Role | 'nobody', AdminClient>;

  before(async () => {
    app = await startApp();
    people.nobody = clientOf(app.origin, '');
    for (const role of ROLES) people[role] = await signInAs(app.origin, app.mongoUri, role);
  });
  after(() => app?.remove());

  it('are in the table for every route that there is, and no other', async () => {
    const { paths } = (await people.nobody.call('GET', '/openapi.json')).body as { paths: Record<string, object> };
    const there = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/admin/api', '')}`),
    );
    assert.deepEqual(there.sort(), Object.keys(TABLE).sort());
  });

  for (const [name, needed] of Object.entries(TABLE))
    it(`${name} is for ${needed === 'nobody' ? 'everybody' : `${needed} and above`}`, async () => {
      const [method, path] = name.split(' ') as [string, string];
      const address = path.replace(/\{\w+\}/g, 'none');
      for (const who of ['nobody', ...ROLES] as const) {
        // Signing out would end the session of the tests that follow.
        if (path === '/sign-out' && who !== 'nobody') continue;
        const { status } = await people[who].call(method, address, method === 'GET' ? undefined : {});
        const rank = ['nobody', ...ROLES];
        if (rank.indexOf(who) >= rank.indexOf(needed))
          assert.ok(![401, 403].includes(status) || needed === 'nobody', `${who}: ${status}`);
        else assert.equal(status, who === 'nobody' ? 401 : 403, who);
      }
    });
});
