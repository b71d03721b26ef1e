/** One message of a person, whatever the channel: their words, or the button or list they used. */
export interface Utterance {
  /** Plain words, without the mention of the bot; empty where only a button was pressed. */
  text: string;
  /** A button or a submitted list: which question it answers, and with what. */
  answer?: { question: string; values: string[] };
  attachments: ('image' | 'audio' | 'video' | 'file')[];
}
