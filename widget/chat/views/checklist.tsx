import { useState } from 'preact/hooks';
import type { ChecklistView } from '../../../dialogs/views/view.js';
import { useActions } from '../shell/actions.js';
import { Icon } from '../shell/icon.js';
import type { Standing } from '../state/standing.js';
import { fill, strings } from '../strings.js';
import { paragraphsOf } from '../text/paragraphs.js';
import { Why } from './why.js';

interface Props {
  view: ChecklistView;
  name: string;
  standing: Standing;
}

/** "None of these" is a button apart: it is an answer of its own, and never what happens when nothing is ticked. */
export function Checklist({ view, name, standing }: Props) {
  const { say, announce } = useActions();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [isMissing, setIsMissing] = useState(false);
  const { isOpen, chosen } = standing;
  const shown = isOpen ? ticked : chosen;
  const demand = fill(strings.tickSome, { none: view.none.label });
  const isNone = !isOpen && chosen.includes(view.none.value);

  const toggle = (value: string) => {
    setIsMissing(false);
    setTicked(ticked.includes(value) ? ticked.filter((other) => other !== value) : [...ticked, value]);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isOpen) return;
    const items = view.items.filter(({ value }) => ticked.includes(value));
    if (items.length === 0) {
      setIsMissing(true);
      announce(demand);
      return;
    }
    const words = items.map(({ label }) => label).join(', ');
    say(words, { question: view.id, submit: true, items: items.map(({ value }) => value) });
  };

  return (
    <form class="bubble checklist" onSubmit={submit}>
      <fieldset>
        <legend>
          {paragraphsOf(view.text).map((paragraph) => (
            <span dir="auto">{paragraph}</span>
          ))}
        </legend>
        {isOpen && <p class="hint">{strings.tickAll}</p>}
        {view.items.map(({ value, label }) => (
          <label class="tick">
            <input
              type="checkbox"
              name={`${name}-${value}`}
              checked={shown.includes(value)}
              disabled={!isOpen}
              onChange={() => toggle(value)}
            />
            <span dir="auto">{label}</span>
          </label>
        ))}
      </fieldset>
      <Why text={view.why} />
      {isMissing && isOpen && <p class="missing">{demand}</p>}
      <div class="ends">
        {isOpen && (
          <button type="submit" class="main">
            {strings.sendTicks}
          </button>
        )}
        <button
          type="button"
          class={`choice ${isNone ? 'chosen' : ''}`}
          dir="auto"
          disabled={!isOpen && !isNone}
          aria-disabled={!isOpen}
          aria-pressed={isOpen ? undefined : isNone}
          tabIndex={isOpen ? undefined : -1}
          onClick={
            isOpen ? () => say(view.none.label, { question: view.id, choice: view.none.value }) : undefined
          }
        >
          {isNone && <Icon name="check" />}
          {view.none.label}
        </button>
      </div>
    </form>
  );
}
