import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Citation, SummaryView } from '../../../dialogs/views/view.js';
import type { Announce } from '../hooks/use-announcements.js';

/** What views can do, wherever they stand. */
export interface Actions {
  say(text: string, value?: Record<string, unknown>): void;
  retry(id: string): void;
  discard(id: string): void;
  /** Whether an answer helped. @returns whether it could be told */
  judge(question: string, choice: string): Promise<boolean>;
  openCitation(citation: Citation): void;
  print(summary: SummaryView): void;
  announce: Announce;
}

export const ActionsContext = createContext<Actions | undefined>(undefined);

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('A view stands outside the chat.');
  return actions;
}
