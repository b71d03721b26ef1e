import type { Choice } from '../../../dialogs/views/view.js';
import { useActions } from '../shell/actions.js';

/** Stands where a question's id would (dialogs/choices/offer.ts). */
const offer = 'message';

/** Buttons that may be pressed at any time, or left alone. */
export function Offers({ choices }: { choices: readonly Choice[] | undefined }) {
  const { say } = useActions();
  if (!choices?.length) return null;
  return (
    <div class="choices">
      {choices.map(({ value, label }) => (
        <button
          type="button"
          class="choice"
          dir="auto"
          onClick={() => say(label, { question: offer, choice: value })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
