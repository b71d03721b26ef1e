import { type Activity, InputHints } from 'botbuilder-core';
import type { View } from '../../dialogs/views/view.js';

/** What every activity of a view has, whoever renders it: its type, what a speaking client needs. */
export function messageFrame(view: View, speak: string): Partial<Activity> {
  const asks = view.kind === 'question' || view.kind === 'checklist' || (view.choices?.length ?? 0) > 0;
  return {
    type: 'message',
    inputHint: asks ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    speak,
  };
}
