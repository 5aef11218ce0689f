// The one HTTP client of all loads: node:http with kept-alive connections, JSON in, JSON out. A status of 400 or more
// is an error, since a load that is refused measures nothing.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: 'fifo' });

/** POSTs `body` and gives back the parsed answer (undefined when it is empty). */
export function postJson<Answer = unknown>(
  url: URL,
  body: unknown,
  headers: Record<string, string> = {},
  isAgain = false,
): Promise<Answer> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8');
          if ((response.statusCode ?? 500) >= 400)
            return reject(new Error(`${url.pathname}: ${response.statusCode} ${answer.slice(0, 200)}`));
          resolve((answer ? JSON.parse(answer) : undefined) as Answer);
        });
      },
    );
    call.on('error', (error: NodeJS.ErrnoException) => {
      // A kept-alive connection that the server closed in the moment of its reuse has carried nothing.
      if (call.reusedSocket && error.code === 'ECONNRESET' && !isAgain)
        postJson<Answer>(url, body, headers, true).then(resolve, reject);
      else reject(error);
    });
    call.end(text);
  });
}

/** Closes the idle connections, so that the process can end. */
export function closeClient(): void {
  agent.destroy();
}
