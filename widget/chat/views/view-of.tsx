import type { GuideEntry } from '../state/entry.js';
import type { Standing } from '../state/standing.js';
import type { Verdicts } from '../state/verdicts.js';
import { Checklist } from './checklist.js';
import { Emergency } from './emergency.js';
import { Explanation } from './explanation.js';
import { Message } from './message.js';
import { Question } from './question.js';
import { Summary } from './summary.js';
import { Therapists } from './therapists.js';

interface Props {
  entry: GuideEntry;
  /** Of a question or checklist; other views have none. */
  standing?: Standing | undefined;
  verdicts?: Verdicts;
}

export function ViewOf({ entry, standing, verdicts = {} }: Props) {
  const { view, key } = entry;
  const asked = standing ?? { isOpen: true, chosen: [] };
  switch (view.kind) {
    case 'message':
      return <Message view={view} />;
    case 'question':
      return <Question view={view} name={key} standing={asked} />;
    case 'checklist':
      return <Checklist view={view} name={key} standing={asked} />;
    case 'explanation':
      return <Explanation view={view} verdict={verdicts[view.helpful?.id ?? '']} />;
    case 'emergency':
      return <Emergency view={view} />;
    case 'therapists':
      return <Therapists view={view} />;
    case 'summary':
      return <Summary view={view} />;
  }
}
