/**
 * What can be shown, whatever the channel. Dialogs yield views; renderers (bots/renderers) turn them into
 * Adaptive Cards, Block Kit, plain text, or hand them to our widget as they are. Every text is plain text:
 * no Markdown, no HTML. Renderers escape it.
 */
export type View =
  | MessageView
  | QuestionView
  | ChecklistView
  | ExplanationView
  | EmergencyView
  | TherapistsView
  | SummaryView;

export interface Choice {
  /** What the button sends: stable, lower case, no spaces. */
  value: string;
  label: string;
  /** Further words that answer it, lower case: "yep", "nope". Never shown. */
  synonyms?: string[];
}

/** Paragraphs are parted by a blank line. `choices` are offers that the patient may ignore. */
export interface MessageView {
  kind: 'message';
  text: string;
  /** warning: drawn so that it stands out, read out as "Important". */
  tone?: 'plain' | 'warning';
  choices?: Choice[];
}

export interface QuestionView {
  kind: 'question';
  /** Names the question, so that an answer to an older one is told apart. */
  id: string;
  text: string;
  /** Why it is asked; shown small, or on "why?". */
  why?: string;
  /** One of these, or (unless `closed`) the patient's own words. */
  choices?: Choice[];
  closed?: boolean;
  /** "Question 3 of about 7": shown, never a promise. */
  progress?: { step: number; of: number };
}

/** Tick any, or `none`, which is never ticked by itself. */
export interface ChecklistView {
  kind: 'checklist';
  id: string;
  text: string;
  why?: string;
  items: Choice[];
  none: Choice;
}

export interface Citation {
  number: number;
  /** Passage id: `page#section`. */
  passage: string;
  title: string;
  heading: string;
  /** The passage itself, so that a client can open it. */
  text: string;
  evidence?: string;
  /** "Gross et al., Cochrane, 2024, doi …": ready to show. */
  sources: string[];
}

export interface Statement {
  text: string;
  /** Numbers of the citations it rests on; empty only where it claims nothing about health. */
  citations: number[];
}

/** Asks whether an answer helped: drawn small, as most leave it alone. */
export interface HelpfulQuestion {
  /** Names the answer; a button sends it as its question. */
  id: string;
  text: string;
  choices: Choice[];
  /** How to say it where there are no buttons; not with every answer. */
  hint?: string;
}

export interface ExplanationView {
  kind: 'explanation';
  title: string;
  sections: { heading?: string; statements: Statement[]; evidence?: string }[];
  citations: Citation[];
  /** Worded by a model from the passages, and checked. */
  aiGenerated?: boolean;
  choices?: Choice[];
  helpful?: HelpfulQuestion;
}

export interface EmergencyContact {
  /** "Emergency services (United States)". */
  label: string;
  /** As dialled and shown: "911", "1-800-222-1222". */
  number: string;
  /** Text or chat instead of a call: "Text HOME to 741741". */
  note?: string;
}

export interface EmergencyView {
  kind: 'emergency';
  disposition: 'emergency' | 'urgent';
  title: string;
  /** What to do now, in order. */
  steps: string[];
  contacts: EmergencyContact[];
  /** What the patient said that led here, as labels of rules; empty in a group chat. */
  reasons: string[];
  choices?: Choice[];
}

export interface TherapistCard {
  id: string;
  name: string;
  /** "LMT, licence MT-04417 (MA), valid to May 2027, checked September 2026"; unknown parts are left out. */
  credentials: string[];
  distance?: string;
  place: string;
  /** Why it fits, best first. */
  reasons: string[];
  /** What speaks against it: "Licence expired in March 2026". Never drawn as a reason. */
  cautions?: string[];
  /** Label and value of what is known: experience, specialties, languages, cost, reviews, hours … */
  facts: { label: string; value: string }[];
  /** Only https:, tel: and mailto:. */
  links: { label: string; url: string }[];
}

export interface TherapistsView {
  kind: 'therapists';
  text: string;
  therapists: TherapistCard[];
  /** What was widened or left out to find these. */
  notes: string[];
  choices?: Choice[];
}

/** To print, copy or read out at the doctor's. */
export interface SummaryView {
  kind: 'summary';
  title: string;
  sections: { heading: string; lines: string[] }[];
  choices?: Choice[];
}
