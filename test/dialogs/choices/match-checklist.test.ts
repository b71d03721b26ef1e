import { expect } from 'chai';
import fc from 'fast-check';
import { matchChecklist } from '../../../dialogs/choices/match-checklist.js';

const view = {
  items: [
    { value: 'fever', label: 'Fever (38 °C or more)', synonyms: ['a temperature', 'fever'] },
    { value: 'calf', label: 'The calf is warm, red and swollen' },
    { value: 'numb', label: 'Numbness' },
    { value: 'night', label: 'Pain that wakes me at night' },
  ],
  none: { value: 'none', label: 'None of these' },
};
const single = { items: view.items.slice(2, 3), none: view.none };
const pair = { items: view.items.slice(0, 2), none: view.none };

describe('matchChecklist', () => {
  const ticked: [string, string[]][] = [
    ['1', ['fever']],
    ['1 and 3', ['fever', 'numb']],
    ['1,3', ['fever', 'numb']],
    ['3, 1', ['fever', 'numb']],
    ['1 3', ['fever', 'numb']],
    ['1 & 3.', ['fever', 'numb']],
    ['#1 and #4', ['fever', 'night']],
    ['one, two and four', ['fever', 'calf', 'night']],
    ['first and last', ['fever', 'night']],
    ['the first one and the third one', ['fever', 'numb']],
    ['2 to 4', ['calf', 'numb', 'night']],
    ['Yes, 1 and 2', ['fever', 'calf']],
    ['I have 2', ['calf']],
    ['numbness', ['numb']],
    ['numbnes', ['numb']],
    ['The calf is warm, red and swollen', ['calf']],
    ['The calf is warm, red and swollen, numbness', ['calf', 'numb']],
    ['numbness and pain that wakes me at night', ['numb', 'night']],
    ['fever and numbness', ['fever', 'numb']],
    ['a temperature', ['fever']],
    ['numb, night', ['numb', 'night']],
    ['- numbness\n- 4', ['numb', 'night']],
    ['all of them', ['fever', 'calf', 'numb', 'night']],
    ['1, 1, 1', ['fever']],
  ];
  for (const [text, values] of ticked) {
    it(`${JSON.stringify(text)} ticks ${values.join(', ')}`, () => {
      expect(matchChecklist(text, view)).to.deep.equal({ values, none: false });
    });
  }

  const denials = [
    'none',
    'None of these.',
    'none of them',
    'no',
    'Nope',
    'nothing',
    "No, I don't have any",
    '5',
    'five',
  ];
  for (const text of denials) {
    it(`${JSON.stringify(text)} ticks nothing`, () => {
      expect(matchChecklist(text, view)).to.deep.equal({ values: [], none: true });
    });
  }

  const unclear = [
    '',
    '1 or 2',
    'all but 2',
    'everything except the fever',
    'no fever',
    'not 1',
    '1 and none',
    'no 2',
    '6',
    '1-3',
    'the last one',
    'yes',
    'both',
    'numbness in my hand since Tuesday',
    'and',
    'my back hurts',
    'fever, but no numbness',
  ];
  for (const text of unclear) {
    it(`${JSON.stringify(text)} is asked again`, () => {
      expect(matchChecklist(text, view)).to.equal(undefined);
    });
  }

  it('takes yes for the only item, and both for the two there are', () => {
    expect(matchChecklist('yes', single)).to.deep.equal({ values: ['numb'], none: false });
    expect(matchChecklist('both', pair)).to.deep.equal({ values: ['fever', 'calf'], none: false });
  });

  it('reads any set of numbers, values or labels as that set', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(3), { minLength: 1 }),
        fc.constantFrom(', ', ' and ', '; ', ',', '\n'),
        fc.constantFrom('number', 'value', 'label'),
        (places, joint, way) => {
          const items = places.map((place) => view.items[place] ?? view.none);
          const names = items.map((item, at) =>
            way === 'number' ? String((places[at] ?? 0) + 1) : way === 'value' ? item.value : item.label,
          );
          const answer = matchChecklist(names.join(joint), view);
          expect(answer?.none).to.equal(false);
          expect(answer?.values).to.have.members(items.map((item) => item.value));
        },
      ),
    );
  });

  it('never throws, and ticks nothing that is not on the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1', 'one', 'first', 'and', ',', 'no', 'fever', 'numbness', 'to', '3', 'x')),
        (words) => {
          const answer = matchChecklist(words.join(' '), view);
          expect(view.items.map((item) => item.value)).to.include.members(answer?.values ?? []);
        },
      ),
    );
  });
});
