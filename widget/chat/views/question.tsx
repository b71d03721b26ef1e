import type { Choice, QuestionView } from '../../../dialogs/views/view.js';
import { useActions } from '../shell/actions.js';
import { Icon } from '../shell/icon.js';
import type { Standing } from '../state/standing.js';
import { Paragraphs } from './paragraphs.js';
import { Progress } from './progress.js';
import { Why } from './why.js';

interface Props {
  view: QuestionView;
  /** Tells this asking of the question from others. */
  name: string;
  standing: Standing;
}

export function Question({ view, name, standing }: Props) {
  const { say } = useActions();
  const choices = view.choices ?? [];
  const isScale = choices.length > 4 && choices.every(({ label }) => label.length <= 2);
  const answer = ({ value, label }: Choice) => say(label, { question: view.id, choice: value });

  return (
    <>
      <div class="bubble">
        <Progress progress={view.progress} />
        <Paragraphs text={view.text} id={`question-${name}`} />
        <Why text={view.why} />
      </div>
      {choices.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would want its legend inside, away from the bubble
        <div role="group" class={`choices ${isScale ? 'scale' : ''}`} aria-labelledby={`question-${name}`}>
          {choices.map((choice) => (
            <ChoiceButton
              choice={choice}
              isOpen={standing.isOpen}
              isChosen={standing.chosen.includes(choice.value)}
              onPress={() => answer(choice)}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface ButtonProps {
  choice: Choice;
  isOpen: boolean;
  isChosen: boolean;
  onPress: () => void;
}

/**
 * Once the question has its answer, its buttons do nothing. The one that was pressed keeps the focus, so that Tab
 * goes on from here, and is no stop on the way later.
 */
function ChoiceButton({ choice, isOpen, isChosen, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      class={`choice ${isChosen ? 'chosen' : ''}`}
      dir="auto"
      disabled={!isOpen && !isChosen}
      aria-disabled={!isOpen}
      aria-pressed={isOpen ? undefined : isChosen}
      tabIndex={isOpen ? undefined : -1}
      onClick={isOpen ? onPress : undefined}
    >
      {isChosen && <Icon name="check" />}
      {choice.label}
    </button>
  );
}
