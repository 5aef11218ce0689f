// Where an answer for Teams may go: Microsoft's own hosts, and those that the settings name, in whatever form.
import assert from 'node:assert/strict';
import { isTeamsHost } from '../../channels/teams/hosts.ts';

describe('the hosts of Teams', () => {
  const CASES: [serviceUrl: string, further: string[], allowed: boolean][] = [
    ['https://smba.trafficmanager.net/emea/', [], true],
    ['https://europe.botframework.com/', [], true],
    ['http://smba.trafficmanager.net/emea/', [], false],
    ['https://smba.trafficmanager.net:8443/', [], false],
    ['https://evil.trafficmanager.net/', [], false],
    ['https://botframework.com.evil.example/', [], false],
    ['https://user@smba.trafficmanager.net/', [], false],
    ['not an address', ['not an address'], false],
    // A bare host: TLS, and no port but its own.
    ['https://teams.example.com/x', ['teams.example.com'], true],
    ['http://teams.example.com/x', ['teams.example.com'], false],
    ['https://teams.example.com:8443/x', ['teams.example.com'], false],
    ['https://teams.example.com:8443/x', ['teams.example.com:8443'], true],
    ['https://a.teams.example.com/', ['teams.example.com'], false],
    // A whole address: exactly that origin.
    ['http://teams.example.com/x', ['http://teams.example.com'], true],
    ['https://teams.example.com/x', ['http://teams.example.com'], false],
    // This machine, only if it is named: a stand-in has no certificate, and any port.
    ['http://127.0.0.1:4000/', [], false],
    ['http://127.0.0.1:4000/', ['127.0.0.1'], true],
    ['http://127.0.0.1:4000/', ['127.0.0.1:4000'], true],
    ['http://127.0.0.1:4001/', ['127.0.0.1:4000'], false],
    ['http://localhost:4000/', ['localhost'], true],
    ['http://127.0.0.1:4000/connector', ['http://127.0.0.1:4000/other'], true],
    ['http://127.evil.example/', ['127.0.0.1'], false],
  ];
  for (const [serviceUrl, further, allowed] of CASES)
    it(`${allowed ? 'lets' : 'does not let'} «${serviceUrl}» through${further.length ? ` with ${further}` : ''}`, () => {
      assert.equal(isTeamsHost(serviceUrl, further), allowed);
    });
});
