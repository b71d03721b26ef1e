import { expect } from 'chai';
import { type Reach, refusal } from '../../../../services/channels/connector/service-url.js';

const table: Record<Reach, { channel: string; allowed: string[]; refused: string[] }> = {
  'this-machine': {
    channel: 'emulator',
    allowed: [
      'http://localhost:56150/_connector',
      'http://localhost',
      'https://localhost/',
      'http://127.0.0.1:3979/v3',
      'http://[::1]:3979',
      'HTTP://LOCALHOST:1/',
    ],
    refused: [
      'http://169.254.169.254/',
      'http://10.0.0.1/',
      'http://example.org/',
      'https://smba.trafficmanager.net/emea/',
      'http://2130706433/',
      'http://0x7f000001/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://127.0.0.2/',
      'http://0.0.0.0/',
      'http://[::ffff:127.0.0.1]/',
      'http://[::ffff:7f00:1]/',
      'http://[0:0:0:0:0:0:0:1]/',
      'http://[::]/',
      'http://localhost@169.254.169.254/',
      'http://169.254.169.254#@localhost/',
      'http://localhost:80@169.254.169.254/',
      'http://user@localhost/',
      'http://localhost.evil.example/',
      'http://evil.example/localhost',
      'http://localhost\\@evil.example/',
      'http://localhost%2eevil.example/',
      'http://localhost\t.evil.example/',
      'http://localhost\n',
      ' http://localhost',
      'http://lоcalhost/',
      'http://localhost/?x=1',
      'http://localhost/#x',
      'ftp://localhost/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'gopher://127.0.0.1:6379/_',
      'localhost:3978',
      '//localhost/',
      '',
    ],
  },
  'bot-framework': {
    channel: 'msteams',
    allowed: [
      'https://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net/amer/1b2c3d4e-0000/',
      'https://smba.infra.gcc.teams.microsoft.com/teams',
      'https://smba.infra.gov.teams.microsoft.us/gcch',
      'https://smba.infra.dod.teams.microsoft.us/dod',
      'https://slack.botframework.com/',
      'https://webchat.botframework.com/',
      'https://europe.directline.botframework.com/',
      'https://webchat.botframework.azure.us/',
    ],
    refused: [
      'http://smba.trafficmanager.net/emea/',
      'https://evil.trafficmanager.net/',
      'https://smba.trafficmanager.net.evil.example/',
      'https://smba.trafficmanager.net:8443/',
      'https://smba.trafficmanager.net@evil.example/',
      'https://evil.example/?smba.trafficmanager.net',
      'https://botframework.com.evil.example/',
      'https://evilbotframework.com/',
      'https://.botframework.com/',
      'http://localhost:3978/',
      'https://localhost/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://169.254.169.254/',
    ],
  },
};

describe('the addresses a reply may go to', () => {
  for (const [reach, { channel, allowed, refused }] of Object.entries(table) as [
    Reach,
    (typeof table)[Reach],
  ][]) {
    describe(`with reach ${reach}`, () => {
      for (const url of allowed) {
        it(`include ${url}`, () => expect(refusal(url, channel, reach)).to.equal(undefined));
      }
      for (const url of refused) {
        it(`leave out ${JSON.stringify(url)}`, () =>
          expect(refusal(url, channel, reach)).to.equal('host-not-allowed'));
      }
    });
  }

  it('depend on a channel that is known', () => {
    for (const channel of ['emulator', 'webchat', 'directline', 'msteams', 'test', 'agents']) {
      expect(refusal('http://localhost:1/', channel, 'this-machine'), channel).to.equal(undefined);
    }
    for (const channel of ['slack', 'AseChannel', '', '__proto__', 'Emulator', 'constructor']) {
      expect(refusal('http://localhost:1/', channel, 'this-machine'), channel).to.equal(
        'channel-not-allowed',
      );
    }
    for (const channel of ['AseChannel', 'emulator', 'test', '']) {
      expect(refusal('https://smba.trafficmanager.net/', channel, 'bot-framework'), channel).to.equal(
        'channel-not-allowed',
      );
    }
  });
});
