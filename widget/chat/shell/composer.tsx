import type { RefObject } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { strings } from '../strings.js';
import { useActions } from './actions.js';
import { Icon } from './icon.js';

/** The server reads no more than 8000. */
const longest = 4000;

interface Props {
  input: RefObject<HTMLTextAreaElement | null>;
  isDisabled: boolean;
}

/** Always open for words, whatever was asked: somebody may have to say that it got worse. */
export function Composer({ input, isDisabled }: Props) {
  const { say } = useActions();
  const [text, setText] = useState('');

  const grow = useCallback((field: HTMLTextAreaElement) => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  }, []);
  const send = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    say(text.trim());
    setText('');
    if (!input.current) return;
    input.current.value = '';
    grow(input.current);
    input.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While Chinese or Japanese is composed, Enter chooses a character.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
  };

  return (
    <form class="composer" onSubmit={send}>
      <textarea
        ref={input}
        rows={1}
        maxLength={longest}
        aria-label={strings.write}
        placeholder={strings.write}
        enterkeyhint="send"
        autocomplete="off"
        dir="auto"
        disabled={isDisabled}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          grow(currentTarget);
        }}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="send" aria-label={strings.send} title={strings.send} disabled={isDisabled}>
        <Icon name="send" />
      </button>
    </form>
  );
}
