/** A word of a message, contractions expanded: "can't" is the two words "can" and "not" at one place. */
export interface Word {
  /** Lower case, as written but for expansion and spelling. */
  text: string;
  stem: string;
  /** UTF-16 units in the message as it was given. */
  start: number;
  end: number;
  /** Written with a possessive ending: "dad's", "parents'". */
  possessive: boolean;
  /** The marks that stand between the word before and this one: "," or ". " without the spaces. */
  before: string;
  /** Counted from 0 over the whole message. */
  sentence: number;
  clause: number;
}
