// An OpenAI-protocol server that is not ours, fresh for every test of a suite.
import { LLMock } from '@copilotkit/aimock';

/** To be called inside `describe`; `take` is handed the peer of each test before it begins. */
export function givePeer(take: (peer: LLMock) => void): void {
  let peer: LLMock;
  beforeEach(async () => {
    peer = new LLMock({ port: 0, logLevel: 'silent' });
    await peer.start();
    take(peer);
  });
  afterEach(() => peer.stop());
}
