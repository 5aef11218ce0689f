// The floor of everything: node:http, one JSON body in, one JSON body out.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerProbe } from './probe.ts';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const activity = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { text: string };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ type: 'message', text: `Echo: ${activity.text}` }));
  });
});
server.listen(0, '127.0.0.1', () => answerProbe(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
