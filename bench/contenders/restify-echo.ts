// restify as its documentation shows it: bodyParser, one route, one JSON answer.
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { answerProbe } from './probe.ts';

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  response.json(200, { type: 'message', text: `Echo: ${request.body.text}` });
});
server.listen(0, '127.0.0.1', () => answerProbe(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
