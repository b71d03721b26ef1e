import { expect } from 'chai';
import fc from 'fast-check';
import { jsonFault } from '../../../../services/therapists/generation/json-fault.js';

describe('jsonFault', () => {
  const faults: [string, number, boolean][] = [
    ['', 0, true],
    ['  ', 2, true],
    ['{"a": x}', 6, false],
    ['{"a": 1', 7, true],
    ['{"a": "cut off', 6, true],
    ['{"a": "cut \\', 6, true],
    ['[1, 2,]', 6, false],
    ['{"a": 1,}', 8, false],
    ['{a: 1}', 1, false],
    ['[1] 2', 4, false],
    ['[1}', 2, false],
    ['{"a" 1}', 5, false],
    ["{'a': 1}", 1, false],
    ['[01]', 2, false],
    ['["a\nb"]', 1, false],
    ['nul', 0, false],
  ];
  for (const [text, offset, truncated] of faults) {
    it(`finds the fault of ${JSON.stringify(text)} at ${offset}`, () => {
      expect(jsonFault(text)).to.include({ offset, truncated });
    });
  }

  it('names the line', () => {
    expect(jsonFault('{\n "a": 1,\n "b": oops\n}')).to.include({ line: 3, offset: 17 });
  });

  it('agrees with JSON.parse on what is JSON, in damaged documents as well', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', 'x', '0', ' '))
      .map(
        ([json, at, put]) =>
          json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(jsonFault(text) === undefined).to.equal(isJson);
      }),
      { numRuns: 500 },
    );
  });

  it('calls every beginning of a document truncated or a whole value', () => {
    const text = '{"version": 1, "therapists": [{"id": "a\\u00e9", "n": "b"}]}';
    for (let end = 1; end < text.length; end++) {
      const fault = jsonFault(text.slice(0, end));
      // A word or number cut in half can only be told by what follows it: there are none in a directory's frame.
      expect(fault?.truncated, text.slice(0, end)).to.equal(true);
    }
  });

  it('reads a very deep and a very long document without exhausting the stack', () => {
    expect(jsonFault('['.repeat(200_000))).to.include({ offset: 200_000, truncated: true });
    expect(jsonFault(`"${'x'.repeat(2_000_000)}"`)).to.equal(undefined);
    expect(jsonFault(`"${'\\n'.repeat(1_000_000)}"`)).to.equal(undefined);
  });
});
