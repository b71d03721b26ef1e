import { expect } from 'chai';
import { emergencyContacts } from '../../../knowledge/safety/emergency-contacts.js';

const numbers = (input: Parameters<typeof emergencyContacts>[0]) =>
  emergencyContacts(input).map((contact) => contact.number);

describe('emergency contacts', () => {
  const emergencyNumbers: Record<string, string> = {
    US: '911',
    CA: '911',
    GB: '999',
    IE: '112',
    AU: '000',
    NZ: '111',
    IN: '112',
    ZA: '112',
    DE: '112',
    FR: '15',
    ES: '112',
    IT: '112',
    NL: '112',
    EU: '112',
    MX: '911',
    BR: '192',
    JP: '119',
    PH: '911',
    SG: '995',
    HK: '999',
  };
  for (const [region, number] of Object.entries(emergencyNumbers)) {
    it(`knows ${number} for ${region}`, () => {
      expect(numbers({ said: region })).to.deep.equal([number]);
    });
  }

  const crisisLines: [string, string][] = [
    ['US', '988'],
    ['CA', '988'],
    ['GB', '116 123'],
    ['IE', '116 123'],
    ['AU', '13 11 14'],
    ['NZ', '1737'],
  ];
  for (const [region, number] of crisisLines) {
    it(`puts the crisis line ${number} first in ${region}`, () => {
      expect(numbers({ said: region, actions: ['crisis_line'] })[0]).to.equal(number);
    });
  }

  it('believes what was said, then the configuration, then the locale', () => {
    expect(numbers({ said: 'GB', configured: 'US', locale: 'de-DE' })).to.deep.equal(['999']);
    expect(numbers({ configured: 'US', locale: 'de-DE' })).to.deep.equal(['911']);
    expect(numbers({ locale: 'de-DE' })).to.deep.equal(['112']);
  });

  it('takes UK for GB, a lower-case code, and a member state for Europe', () => {
    expect(numbers({ configured: 'uk' })).to.deep.equal(['999']);
    expect(numbers({ locale: 'cs-CZ' })).to.deep.equal(['112']);
  });

  for (const locale of [undefined, 'en', '', 'not a locale', 'xx-ZZ']) {
    it(`shows several where the locale is ${JSON.stringify(locale)}`, () => {
      expect(numbers({ locale })).to.deep.equal(['911', '112', '999', '000']);
    });
  }

  it('passes over a region it does not know', () => {
    expect(numbers({ said: 'ZZ', configured: 'NZ' })).to.deep.equal(['111']);
  });

  it('keeps poison control and the violence line behind the emergency number', () => {
    expect(numbers({ said: 'US', actions: ['poison_control', 'domestic_violence_line'] })).to.deep.equal([
      '911',
      '1-800-222-1222',
      '1-800-799-7233',
    ]);
  });

  it('says whose line it is where the region is not known', () => {
    const [first] = emergencyContacts({ actions: ['crisis_line'] });
    expect(first?.label).to.equal('988 Suicide & Crisis Lifeline (United States and Canada)');
  });

  it('ignores an action that is not there', () => {
    expect(numbers({ said: 'US', actions: [undefined] })).to.deep.equal(['911']);
  });
});
