// Stands in for server.ts where the supervisor is tested: it listens, says so, tells its process id and its stores, and can
// be told by FAKE_SERVER to fail at once or to ignore SIGTERM.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const manner = process.env.FAKE_SERVER;
if (manner === 'fails') {
  process.stderr.write('fake server: refuses to start\n');
  process.exit(1);
}
const server = createServer((request, response) => {
  const { MONGODB_URI, REDIS_URL } = process.env;
  response.end(request.url === '/readyz' ? 'ready' : JSON.stringify({ pid: process.pid, MONGODB_URI, REDIS_URL }));
});
server.listen(Number(process.env.PORT), process.env.HOST ?? '127.0.0.1', () => {
  process.send?.({ listening: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('SIGTERM', () => manner !== 'stubborn' && process.exit(0));
