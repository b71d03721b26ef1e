import { expect } from 'chai';
import fc from 'fast-check';
import { linkParts, safeUrl, telephoneUrl } from '../../../../widget/chat/text/links.js';

describe('links', () => {
  it('lead to https, tel and mailto only', () => {
    expect(safeUrl('https://example.com/a?b=<c>')).to.equal('https://example.com/a?b=%3Cc%3E');
    expect(safeUrl('tel:+1-617-555-0142')).to.equal('tel:+16175550142');
    expect(safeUrl('mailto:dana@example.com?bcc=eve@example.com')).to.equal('mailto:dana@example.com');
    for (const bad of [
      'javascript:alert(1)',
      ' JAVASCRIPT:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'http://example.com',
      'https://bank.example@evil.example/',
      'vbscript:x',
      'blob:https://example.com/1',
      '//example.com',
      'tel:javascript',
      'mailto:a@b.example,c@d.example',
      '',
    ])
      expect(safeUrl(bad), bad).to.equal(undefined);
  });

  it('dial numbers, not words', () => {
    expect(telephoneUrl('1-800-222-1222')).to.equal('tel:18002221222');
    expect(telephoneUrl('116 123')).to.equal('tel:116123');
    expect(telephoneUrl('Text HOME to 741741')).to.equal(undefined);
  });

  it('are found in a source: its DOI, its https address', () => {
    expect(linkParts('Gross et al., Cochrane, 2024, doi 10.1002/14651858.CD004871.pub5.')).to.deep.equal([
      { text: 'Gross et al., Cochrane, 2024, ' },
      { text: 'doi 10.1002/14651858.CD004871.pub5', url: 'https://doi.org/10.1002/14651858.CD004871.pub5' },
      { text: '.' },
    ]);
    expect(linkParts('See https://example.com/a).').map(({ url }) => url)).to.deep.equal([
      undefined,
      'https://example.com/a',
      undefined,
    ]);
    expect(linkParts('[x](javascript:alert(1)) http://example.com')).to.have.length(1);
  });

  it('lose none of the words around them, and lead nowhere else', () => {
    const piece = fc.constantFrom(
      'doi ',
      '10.1002/',
      'https://',
      'javascript:',
      '"><script>',
      'a.b',
      ' ',
      '@',
      '/',
      ')',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const source = pieces.join('');
        const parts = linkParts(source);
        expect(parts.map(({ text }) => text).join('')).to.equal(source);
        for (const { url } of parts) if (url) expect(url).to.match(/^https:\/\/[^\s<>"]+$/);
      }),
    );
  });
});
