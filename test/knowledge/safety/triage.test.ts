import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { projectPath } from '../../../knowledge/data-file.js';
import { assessText } from '../../../knowledge/safety/assess-text.js';
import { DISPOSITIONS, type Disposition } from '../../../knowledge/safety/assessment.js';

interface Message {
  id: string;
  text: string;
  age?: number;
  gold: Disposition;
}

const messages: Message[] = readFileSync(projectPath('test', 'data', 'triage.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

function judged(gold: Disposition, isRight: (disposition: Disposition) => boolean) {
  const of = messages.filter((message) => message.gold === gold);
  const wrong = of.filter(
    ({ text, age }) => !isRight(assessText(text, age === undefined ? {} : { age }).assessment.disposition),
  );
  return { rate: 1 - wrong.length / of.length, wrong: wrong.map(({ id }) => id) };
}

const atLeast = (wanted: Disposition) => (got: Disposition) =>
  DISPOSITIONS.indexOf(got) <= DISPOSITIONS.indexOf(wanted);

describe('triage of messages as people write them', () => {
  it('has enough messages of every kind to mean something', () => {
    for (const gold of DISPOSITIONS) {
      expect(messages.filter((message) => message.gold === gold).length, gold).to.be.at.least(20);
    }
  });

  it('calls at least 97% of emergencies an emergency', () => {
    const { rate, wrong } = judged('emergency', (got) => got === 'emergency');
    expect(rate, wrong.join(' ')).to.be.at.least(0.97);
  });

  it('calls at least 95% of urgent messages urgent or worse', () => {
    const { rate, wrong } = judged('urgent', atLeast('urgent'));
    expect(rate, wrong.join(' ')).to.be.at.least(0.95);
  });

  it('asks for a physician first in at least 95% of what needs clearance', () => {
    const { rate, wrong } = judged('clearance', atLeast('clearance'));
    expect(rate, wrong.join(' ')).to.be.at.least(0.95);
  });

  it('alarms nobody above 5% of harmless messages', () => {
    const { rate, wrong } = judged('routine', (got) => got === 'routine');
    expect(rate, wrong.join(' ')).to.be.at.least(0.95);
  });
});
