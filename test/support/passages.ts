import type { Passage } from '../../knowledge/guide/passage.js';

/** Two passages of a guide, for tests that must not depend on what the shipped pages say. */
export const neckPassage: Passage = {
  id: 'condition-neck-pain#how-could-massage-help',
  page: 'condition-neck-pain',
  section: 'how-could-massage-help',
  pageTitle: 'Massage for neck pain',
  heading: 'How could massage help?',
  text: 'Many sore necks come with tight muscles. Massage may help those muscles relax for a while. It cannot mend a damaged disc.\n\nIn one trial with 228 people, hour-long sessions two or three times a week did better than waiting.',
  evidence: 'low',
  sources: [],
};

export const costPassage: Passage = {
  id: 'cost-and-insurance#how-much-does-it-cost',
  page: 'cost-and-insurance',
  section: 'how-much-does-it-cost',
  pageTitle: 'Cost and insurance',
  heading: 'How much does it cost?',
  text: 'Prices differ a lot from place to place. Ask before you book. Some therapists charge less if your income is low.',
  sources: [],
};
