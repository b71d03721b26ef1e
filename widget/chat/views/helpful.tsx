import type { HelpfulQuestion } from '../../../dialogs/views/view.js';
import { useActions } from '../shell/actions.js';
import { strings } from '../strings.js';

/** Two small buttons under an answer. A press is no message: the talk stands where it stood. */
export function Helpful({ question, verdict }: { question: HelpfulQuestion; verdict: string | undefined }) {
  const { judge, announce } = useActions();
  const press = async (choice: string) => {
    announce((await judge(question.id, choice)) ? strings.judged : strings.sendFailed);
  };
  return (
    <fieldset class="helpful">
      <legend dir="auto">{question.text}</legend>
      {question.choices.map(({ value, label }) => (
        <button type="button" dir="auto" aria-pressed={value === verdict} onClick={() => void press(value)}>
          {label}
        </button>
      ))}
      {verdict !== undefined && <span>{strings.judged}</span>}
    </fieldset>
  );
}
