/** What one conversation may still spend on a model, in tokens. */
export interface ModelBudget {
  /** Whether anything is left: a call that was begun may overdraw it, none is begun beyond it. */
  isLeft(): boolean;
  spend(tokens: number): void;
}
