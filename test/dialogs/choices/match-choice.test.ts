import { expect } from 'chai';
import fc from 'fast-check';
import { matchChoice } from '../../../dialogs/choices/match-choice.js';
import { isNumbered, showsNumbers } from '../../../dialogs/choices/numbers.js';
import { standardChoices } from '../../../dialogs/choices/vocabulary.js';
import { wordsOf } from '../../../dialogs/choices/words.js';
import type { Choice } from '../../../dialogs/views/view.js';

const labelled = (...labels: string[]): Choice[] =>
  labels.map((label) => ({ value: label.toLowerCase().replace(/\W+/g, '_'), label }));

const sides: Choice[] = [
  { value: 'left', label: 'Left side' },
  { value: 'right', label: 'Right side', synonyms: ['the other side'] },
  { value: 'both', label: 'Both sides' },
];
const answers = standardChoices('yes', 'no', 'unsure');
const painScale = labelled('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10');
const legs = labelled('Left knee', 'Left hip', 'Calf swelling', 'Numbness', 'High blood pressure');
const consent = labelled('Yes, I agree', 'No');
const changes = labelled('No change', 'Worse');
const physician = labelled('Yes, and they agree', 'Yes, but they advised against it', 'No, not yet');
const durations = labelled('Less than a day', '1 to 3 days', '4 to 7 days', 'More than a week');
const letters = labelled('A) Sharp', 'B) Dull');

describe('matchChoice', () => {
  const table: [Choice[], string, string | undefined][] = [
    [sides, '2', 'right'],
    [sides, ' 2. ', 'right'],
    [sides, '#2', 'right'],
    [sides, '2)', 'right'],
    [sides, '２', 'right'],
    [sides, 'two', 'right'],
    [sides, 'Number two, please', 'right'],
    [sides, 'option 3', 'both'],
    [sides, 'the second one', 'right'],
    [sides, '2nd', 'right'],
    [sides, 'the last one', 'both'],
    [sides, 'LEFT SIDE', 'left'],
    [sides, 'left', 'left'],
    [sides, "it's on my left side", 'left'],
    [sides, 'the other side', 'right'],
    [sides, 'left sidd', undefined],
    [sides, 'rihgt side', 'right'],
    [sides, 'not the left', undefined],
    [sides, 'left or right', undefined],
    [sides, '1 or 2', undefined],
    [sides, '4', undefined],
    [sides, '0', undefined],
    [sides, 'two weeks', undefined],
    [sides, '2.5', undefined],
    [sides, 'the', undefined],
    [sides, '', undefined],
    [sides, '   ', undefined],
    [sides, '🙂', undefined],
    [answers, 'yep', 'yes'],
    [answers, "No, I don't", 'no'],
    [answers, 'nope.', 'no'],
    [answers, "I don't know", 'unsure'],
    [answers, 'not sure', 'unsure'],
    [answers, '👍', 'yes'],
    [answers, 'not', undefined],
    [answers, 'nose', undefined],
    [answers, 'yes and no', undefined],
    [answers, 'ok', undefined],
    [painScale, '2', '2'],
    [painScale, '10', '10'],
    [painScale, '11', undefined],
    [legs, 'left', undefined],
    [legs, 'left hip', 'left_hip'],
    [legs, 'calf', 'calf_swelling'],
    [legs, 'calf sweling', 'calf_swelling'],
    [legs, 'numb', 'numbness'],
    [legs, 'high blod pressure', undefined],
    [legs, 'high blood presure', 'high_blood_pressure'],
    [legs, 'low blood pressure', undefined],
    [durations, '4', 'more_than_a_week'],
    [durations, '4 to 7 days', '4_to_7_days'],
    [durations, 'more than a week', 'more_than_a_week'],
    [consent, 'yep', 'yes_i_agree'],
    [consent, 'yes', 'yes_i_agree'],
    [consent, 'nope', 'no'],
    [changes, 'no', undefined],
    [physician, 'yes', undefined],
    [physician, 'no', 'no_not_yet'],
    [letters, 'option a', 'a_sharp'],
    [letters, 'b', 'b_dull'],
    [sides, 'option b', undefined],
    [labelled('Hypertension', 'Diabetes'), 'hypotension', undefined],
    [labelled('Typical', 'None'), 'atypical', undefined],
    [labelled('Yes', 'yes'), 'yes', undefined],
    [labelled('One leg', 'Two legs'), 'two legs', 'two_legs'],
  ];
  for (const [choices, text, value] of table) {
    it(`${JSON.stringify(text)} answers ${value ?? 'none'} of ${choices
      .map((choice) => choice.label)
      .join(', ')
      .slice(0, 50)}`, () => {
      expect(matchChoice(text, choices)?.value).to.equal(value);
    });
  }

  it('takes a synonym given by two choices for neither', () => {
    const choices = [
      { value: 'a', label: 'Alpha', synonyms: ['same'] },
      { value: 'b', label: 'Beta', synonyms: ['same'] },
    ];
    expect(matchChoice('same', choices)).to.equal(undefined);
  });

  it('does not take the number for the place where synonyms are numbers', () => {
    const choices = [
      { value: 'none', label: 'None', synonyms: ['0'] },
      { value: 'mild', label: 'Mild', synonyms: ['1', '2', '3'] },
      { value: 'bad', label: 'Bad', synonyms: ['4', '5'] },
    ];
    expect(matchChoice('2', choices)?.value).to.equal('mild');
    expect(matchChoice('3', choices)?.value).to.equal('mild');
  });

  const choiceLists = fc
    .uniqueArray(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.nat(999)), {
      minLength: 1,
      maxLength: 30,
      selector: ([label, number]) => [wordsOf(label).join(' '), number].join('|'),
    })
    .map((pairs) => pairs.map(([label], at): Choice => ({ value: `value_${at}_x`, label })))
    .filter((choices) => {
      const labels = choices.map((choice) => wordsOf(choice.label).join(' '));
      return (
        labels.every((label) => label !== '') && new Set(labels).size === labels.length && isNumbered(choices)
      );
    });

  it('lets number, value and label of every choice always answer it', () => {
    fc.assert(
      fc.property(choiceLists, (choices) => {
        for (const [at, choice] of choices.entries()) {
          for (const text of [String(at + 1), `${at + 1}.`, `#${at + 1}`, choice.value, choice.label]) {
            expect(matchChoice(text, choices)?.value, text).to.equal(choice.value);
          }
        }
      }),
    );
  });

  it('never throws and never answers what is not offered, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), choiceLists, (text, choices) => {
        const found = matchChoice(text, choices);
        expect(found === undefined || choices.includes(found)).to.equal(true);
      }),
    );
  });

  it('answers a hundred thousand characters at once', () => {
    expect(matchChoice('left '.repeat(20_000), sides)).to.equal(undefined);
  });
});

describe('showsNumbers', () => {
  it('wants the numbers seen where a label begins with another number', () => {
    expect(showsNumbers(durations)).to.equal(true);
    expect(showsNumbers(sides)).to.equal(false);
    expect(showsNumbers(painScale)).to.equal(false);
  });
});
