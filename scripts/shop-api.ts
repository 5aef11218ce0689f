// `npm run shop:api`: the demo shop behind the protocol of docs/shop.md, to try the protocol with and to compare one's own
// system to. What is written is kept in memory. `-- --openapi` prints the OpenAPI document instead.
import { createServer } from 'node:http';
import { systemClock } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import { Secret } from '../core/secret.ts';
import { makeDemoShop } from '../models/shop/demo.ts';
import { memoryRows } from '../test/support/memory-rows.ts';
import { describeProtocol } from '../tools/backends/http/protocol.ts';
import { serveBackends } from '../tools/backends/http/serve.ts';
import { createMongoBackends } from '../tools/backends/mongo/index.ts';
import { toRequest, writeResponse } from '../web/adapt.ts';

const PORT = 4100;
const MOST_BYTES = 1_000_000;

if (process.argv.includes('--openapi')) process.stdout.write(`${JSON.stringify(describeProtocol(), null, 2)}\n`);
else serve();

function serve(): void {
  const key = newId('shop');
  const answer = serveBackends(createMongoBackends(memoryRows(makeDemoShop()), systemClock), new Secret(key));
  const server = createServer((incoming, outgoing) => {
    toRequest(incoming, `http://127.0.0.1:${PORT}`, MOST_BYTES, incoming.socket.remoteAddress ?? '')
      .then(answer, () => new Response(null, { status: 400 }))
      .then((response) => writeResponse(response, outgoing))
      .catch(() => outgoing.destroy());
  });
  server.listen(PORT, '127.0.0.1', () =>
    process.stdout.write(
      `The demo shop answers. In another window:\n\n  SHOP_API_URL=http://127.0.0.1:${PORT} SHOP_API_KEY=${key} npm start\n`,
    ),
  );
}
