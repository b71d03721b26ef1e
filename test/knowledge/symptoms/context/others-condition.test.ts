import { expect } from 'chai';
import { assessText } from '../../../../knowledge/safety/assess-text.js';

const dispositionOf = (text: string) => assessText(text, {}).assessment.disposition;

describe('whose condition it is', () => {
  for (const text of [
    'I teach pilates to older women with osteoporosis. My own hips are tight',
    'my dog has diabetes so can we meet at 6',
    'i sit with people with dementia all day, my lower back is stiff',
  ]) {
    it(`is not the writer's: ${text}`, () => expect(dispositionOf(text)).to.equal('routine'));
  }

  for (const text of [
    'I work in an office and have osteoporosis',
    'my dog pulled me over last year and I have osteoporosis',
    'Dad has motor neurone disease, diagnosed last year. Could a therapist come to him',
  ]) {
    it(`is the patient's: ${text}`, () => expect(dispositionOf(text)).to.not.equal('routine'));
  }
});
