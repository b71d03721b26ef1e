import type { MessageView } from '../../../dialogs/views/view.js';
import { Icon } from '../shell/icon.js';
import { strings } from '../strings.js';
import { Offers } from './offers.js';
import { Paragraphs } from './paragraphs.js';

export function Message({ view }: { view: MessageView }) {
  const isWarning = view.tone === 'warning';
  return (
    <>
      <div class={`bubble ${isWarning ? 'warning' : ''}`}>
        {isWarning && (
          <p class="label">
            <Icon name="warning" />
            {strings.important}
          </p>
        )}
        <Paragraphs text={view.text} />
      </div>
      <Offers choices={view.choices} />
    </>
  );
}
