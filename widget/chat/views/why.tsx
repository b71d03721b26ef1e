import { strings } from '../strings.js';
import { Paragraphs } from './paragraphs.js';

/** Why something is asked, for those who want to know. */
export function Why({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <details class="why">
      <summary>{strings.why}</summary>
      <Paragraphs text={text.charAt(0).toUpperCase() + text.slice(1)} />
    </details>
  );
}
