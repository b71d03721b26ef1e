import { expect } from 'chai';
import { readAge } from '../../../../knowledge/symptoms/answers/age.js';
import { readConditions } from '../../../../knowledge/symptoms/answers/conditions.js';
import { readDuration } from '../../../../knowledge/symptoms/answers/duration.js';
import { readMedications } from '../../../../knowledge/symptoms/answers/medications.js';
import { readRegions } from '../../../../knowledge/symptoms/answers/regions.js';
import { readSeverity } from '../../../../knowledge/symptoms/answers/severity.js';
import { readSide } from '../../../../knowledge/symptoms/answers/side.js';
import { readYesNo } from '../../../../knowledge/symptoms/answers/yes-no.js';

function reads<T>(name: string, reader: (text: string) => T, table: [string, T][]): void {
  describe(`an answer about ${name}`, () => {
    for (const [answer, expected] of table) {
      it(`"${answer}" is ${JSON.stringify(expected) ?? 'none'}`, () =>
        expect(reader(answer)).to.deep.equal(expected));
    }
  });
}

reads('age', readAge, [
  ['45', 45],
  ["I'm forty five", 45],
  ['3 months', 0],
  ['45 years', 45],
  ['1/10', undefined],
  ['none of your business', undefined],
]);

reads('severity', readSeverity, [
  ['7', 7],
  ['seven', 7],
  ['7/10', 7],
  ['maybe 6 or 7', 7],
  ['10!!', 10],
  ['mild', 2],
  ['none', 0],
  ['3 weeks', undefined],
  ['2-3 weeks', undefined],
  ['the left one', undefined],
]);

reads('duration', readDuration, [
  ['3 weeks', [21, 21]],
  ['since monday', [1, 7]],
  ['monday', [1, 7]],
  ['2-3 months', [60, 90]],
  ['yesterday', [1, 1]],
  ['half a year', [183, 183]],
  ['7', undefined],
  ['no idea', undefined],
]);

reads('side', readSide, [
  ['left', 'left'],
  ['the right one', 'right'],
  ['both', 'both'],
  ['left and right', 'both'],
  ['L', 'left'],
  ['right now it hurts', undefined],
  ['neither', undefined],
]);

reads('region', readRegions, [
  ['back', ['lower_back']],
  ['upper back', ['upper_back']],
  ['neck & shoulders', ['neck', 'shoulder']],
  ['on the back of my knee', ['knee']],
  ['not my neck', []],
  ['everywhere', ['whole_body']],
]);

reads('yes or no', readYesNo, [
  ['yep', 'yes'],
  ['yes please', 'yes'],
  ['👍', 'yes'],
  ['nah', 'no'],
  ['not that I know of', 'no'],
  ['none of the above', 'no'],
  ["I don't think so", 'no'],
  ['well, no', 'no'],
  ['dunno', 'unsure'],
  ['no idea', 'unsure'],
  ['not sure', 'unsure'],
  ['yes and no', 'unsure'],
  ['my neck hurts', undefined],
  ['', undefined],
]);

reads('medicines', readMedications, [
  ['warfarin, and one called Foxiban', ['warfarin', 'foxiban']],
  ['warfrin', ['warfarin']],
  ['amlodipine 5mg once daily and Zorbix', ['amlodipine', 'zorbix']],
  ['none', []],
  ['nothing', []],
  ["I don't know", undefined],
  ['what do you mean?', undefined],
]);

reads('conditions', readConditions, [
  ['diabetes, hashimotos and flurbitis', ['diabetes', 'hashimotos', 'flurbitis']],
  ['high blood pressure', ['high blood pressure']],
  ['nothing like that', []],
  ['dunno', undefined],
]);
