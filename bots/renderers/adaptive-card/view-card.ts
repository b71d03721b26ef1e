import type { View } from '../../../dialogs/views/view.js';
import type { CardParts, Detail } from './card.js';
import { emergencyCard } from './emergency-card.js';
import { explanationCard } from './explanation-card.js';
import { checklistCard, messageCard, questionCard } from './question-card.js';
import { summaryCard } from './summary-card.js';
import { therapistsCard } from './therapists-card.js';

export function viewCard(view: View, detail: Detail): CardParts {
  switch (view.kind) {
    case 'message':
      return messageCard(view, detail);
    case 'question':
      return questionCard(view, detail);
    case 'checklist':
      return checklistCard(view, detail);
    case 'explanation':
      return explanationCard(view, detail);
    case 'emergency':
      return emergencyCard(view, detail);
    case 'therapists':
      return therapistsCard(view, detail);
    case 'summary':
      return summaryCard(view, detail);
  }
}
