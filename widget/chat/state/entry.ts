import type { View } from '../../../dialogs/views/view.js';

/** One thing that is shown in the transcript. */
export type Entry = GuideEntry | OwnEntry;

export interface GuideEntry {
  from: 'guide';
  /** The activity's id. */
  key: string;
  view: View;
  /** It came while the person was here, and is read out; what was there on a reload is not. */
  isNew: boolean;
}

export interface OwnEntry {
  from: 'person';
  /** `clientActivityID` where it is known, so that the sent one and its echo are one. */
  key: string;
  /** Undefined: before agreement the server keeps no words. */
  text?: string;
  value?: unknown;
  status: 'sending' | 'sent' | 'failed';
}
