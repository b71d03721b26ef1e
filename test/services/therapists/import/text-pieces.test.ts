import { expect } from 'chai';
import fc from 'fast-check';
import { textPieces } from '../../../../services/therapists/import/text-pieces.js';
import { refusal } from './import-file.js';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size: number): Promise<string> {
  let text = '';
  for await (const piece of textPieces(inPieces(bytes, size), 'list.csv')) {
    const part = piece.bytes.toString('utf8');
    expect(Buffer.from(part).equals(piece.bytes), 'no character is cut').to.equal(true);
    text += part;
  }
  return text;
}

describe('the pieces of a text file', () => {
  it('make up the text, with no character cut and no byte order mark', async () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', 'é', '漢', '😀', '\n') })
      .filter((one) => one.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (given, size, marked) => {
        expect(await read(Buffer.from(`${marked ? '\ufeff' : ''}${given}`), size)).to.equal(given);
      }),
    );
  });

  it('are refused on the line where they are no UTF-8, wherever the bytes are cut', async () => {
    for (const bad of [[0xff], [0xc3], [0xe6, 0xbc], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
      const bytes = Buffer.concat([Buffer.from('one\ntwo\nthr'), Buffer.from(bad), Buffer.from('ee\nfour')]);
      for (const size of [1, 2, 3, 5, 100])
        expect(await refusal(read(bytes, size))).to.include('list.csv:3:');
    }
  });

  it('are refused where the last character is cut off', async () => {
    expect(await refusal(read(Buffer.from([0x61, 0x0a, 0x62, 0x63, 0xe6, 0xbc]), 4))).to.include(
      'list.csv:2:',
    );
  });
});
