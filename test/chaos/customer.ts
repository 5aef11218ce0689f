// One customer of the chaos: writes over Direct Line, stays with one server while it lives, and resends under the same
// client id until it has a 200. What it wrote, in order and under which id, is all that the referee learns from it.
import { type Chance, pause } from './random.ts';

export interface Conversation {
  id: string;
  token: string;
  /** Ids that the server gave to what was written, in the order of writing. */
  sent: string[];
  resends: number;
}

export async function openConversation(url: string, secret: string): Promise<Conversation> {
  const response = await fetch(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
  });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  const { conversationId, token } = (await response.json()) as { conversationId: string; token: string };
  return { id: conversationId, token, sent: [], resends: 0 };
}

/** Writes one message until it is acknowledged; at times delivers it once more, as networks do. */
export async function write(
  conversation: Conversation,
  text: string,
  urls: string[],
  home: number,
  chance: Chance,
): Promise<void> {
  const clientActivityID = `c${conversation.sent.length}`;
  const body = JSON.stringify({ type: 'message', text, channelData: { clientActivityID } });
  let at = home;
  const refusals = new Map<string, number>();
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const { id, refusal } = await post(
      `${urls[at % urls.length]}/v3/directline/conversations/${conversation.id}/activities`,
      conversation.token,
      body,
    );
    if (id) {
      conversation.sent.push(id);
      if (chance.next() < 0.05)
        await post(
          `${urls[(at + 1) % urls.length]}/v3/directline/conversations/${conversation.id}/activities`,
          conversation.token,
          body,
        );
      return;
    }
    conversation.resends += 1;
    refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
    at += 1;
    await pause(chance.between(50, 250));
  }
  throw new Error(`a message was never acknowledged: ${JSON.stringify([...refusals])}`);
}

/** The message's id, or why it was not taken. */
async function post(url: string, token: string, body: string): Promise<{ id: string | null; refusal: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(8_000),
    });
    if (!response.ok) {
      await response.arrayBuffer();
      return { id: null, refusal: String(response.status) };
    }
    return { id: ((await response.json()) as { id: string }).id, refusal: '' };
  } catch (error) {
    // Refused, reset or too slow: it is sent again under the same id.
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return { id: null, refusal: cause?.code ?? name };
  }
}
