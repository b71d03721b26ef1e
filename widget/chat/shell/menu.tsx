import { useEffect, useRef, useState } from 'preact/hooks';
import { strings } from '../strings.js';
import { useActions } from './actions.js';
import { Icon } from './icon.js';

/** Label, and the words that the guide takes (dialogs/anytime/commands.yaml). */
const items: readonly (readonly [string, string])[] = [
  [strings.menuHelp, 'help'],
  [strings.menuBack, 'back'],
  [strings.menuSummary, 'summary'],
  [strings.menuStartOver, 'start over'],
  [strings.menuDelete, 'delete my data'],
];

/** A button that shows a list of buttons: no menu in ARIA's sense, whose keys few know. */
export function Menu() {
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { say } = useActions();

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeElsewhere = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeElsewhere);
    document.addEventListener('focusin', closeElsewhere);
    return () => {
      document.removeEventListener('pointerdown', closeElsewhere);
      document.removeEventListener('focusin', closeElsewhere);
    };
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.key !== 'Escape') return;
    event.preventDefault();
    setIsOpen(false);
    button.current?.focus();
  };
  const choose = (words: string) => {
    setIsOpen(false);
    button.current?.focus();
    say(words);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever in it the focus is
    <div class="menu" ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="bar"
        ref={button}
        aria-label={strings.menu}
        title={strings.menu}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="menu" />
      </button>
      {isOpen && (
        <ul>
          {items.map(([label, words]) => (
            <li key={words}>
              <button type="button" onClick={() => choose(words)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
