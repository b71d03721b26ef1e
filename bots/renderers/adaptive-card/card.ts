/** The part of Adaptive Cards 1.5 that we write. */
export interface CardElement {
  type: string;
  [property: string]: unknown;
}

export interface CardAction {
  type: 'Action.Submit' | 'Action.OpenUrl' | 'Action.ToggleVisibility';
  title: string;
  [property: string]: unknown;
}

/** What a kind of view becomes: parts to read, least important last, and parts to answer with. */
export interface CardParts {
  content: CardElement[];
  /** Never left out, however long the content is. */
  actions: CardElement[];
}

/** How much is shown, so that a card stays within what a channel takes. */
export interface Detail {
  /** UTF-16 units of a cited passage; 0 shows none. */
  passage: number;
  therapists: number;
  facts: number;
  /** UTF-16 units of any one text. */
  text: number;
}
