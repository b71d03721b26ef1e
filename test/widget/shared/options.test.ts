import { expect } from 'chai';
import fc from 'fast-check';
import { decodeOptions, defaultAccent, encodeOptions, readOptions } from '../../../widget/shared/options.js';

const page = 'https://clinic.example/contact';
const read = (given: Record<string, unknown>) => readOptions(given, page, 'The guide');

describe('the options of the widget', () => {
  it('are all optional', () => {
    expect(read({})).to.deep.equal({ title: 'The guide', accent: defaultAccent, position: 'right' });
  });

  it('are taken as given where they are good', () => {
    const given = {
      title: 'Ask us',
      greeting: 'Welcome.',
      accent: '#205493',
      logo: '/logo.svg',
      position: 'left',
      locale: 'en-GB',
      host: 'https://clinic.example',
    };
    expect(read(given)).to.deep.equal({ ...given, logo: 'https://clinic.example/logo.svg' });
  });

  it('fall back one by one where they are not', () => {
    expect(
      read({
        title: ' \n ',
        accent: 'red;}',
        position: 'top',
        locale: '../x',
        host: 'javascript:1',
        greeting: 7,
      }),
    ).to.deep.equal(read({}));
  });

  it('take a logo from https or from the page itself only', () => {
    expect(read({ logo: 'https://cdn.example/l.png' }).logo).to.equal('https://cdn.example/l.png');
    for (const logo of [
      'http://cdn.example/l.png',
      'data:image/png,x',
      'javascript:1',
      'https://a:b@c.example',
      '',
    ])
      expect(read({ logo }), logo).to.not.have.property('logo');
    expect(readOptions({ logo: 'l.png' }, 'http://localhost:1/a/', '').logo).to.equal(
      'http://localhost:1/a/l.png',
    );
  });

  it('keep words short, on one line and in one direction', () => {
    expect(read({ title: `a\n\u202eb\u0007${'c'.repeat(99)}` }).title)
      .to.match(/^a b c+$/)
      .and.have.length(60);
  });

  it('pass through the address of the chat unharmed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const options = read({ title, greeting: title, host: page });
        expect(decodeOptions(`#${encodeOptions(options)}`, page, 'other')).to.deep.equal(options);
      }),
    );
  });

  it('are the defaults where the address holds anything else', () => {
    for (const hash of ['', '#', '#%', '#null', '#[1]', '#%7B', '#"x"', '#{"title":{"a":1}}']) {
      expect(decodeOptions(hash, page, 'The guide'), hash).to.deep.equal(read({}));
    }
  });
});
