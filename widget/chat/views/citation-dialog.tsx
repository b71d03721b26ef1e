import { useEffect, useRef } from 'preact/hooks';
import type { Citation } from '../../../dialogs/views/view.js';
import { Icon } from '../shell/icon.js';
import { strings } from '../strings.js';
import { linkParts } from '../text/links.js';
import { Evidence } from './evidence.js';
import { Paragraphs } from './paragraphs.js';
import { SafeLink } from './safe-link.js';

/** The passage that a statement rests on. The focus goes back to the number that opened it. */
export function CitationDialog({ citation, onClose }: { citation: Citation; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog; Escape and a button close it too
    <dialog
      ref={dialog}
      aria-labelledby="passage-heading"
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <div class="passage">
        <div class="passage-head">
          <p class="hint">
            {strings.passage}: <span dir="auto">{citation.title}</span>
          </p>
          <button
            type="button"
            class="bar"
            aria-label={strings.closeDialog}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        <h2 id="passage-heading" dir="auto">
          {citation.heading}
        </h2>
        <Evidence level={citation.evidence} />
        <Paragraphs text={citation.text} />
        {citation.sources.length > 0 && (
          <>
            <h3>{strings.studies}</h3>
            <ul class="studies">
              {citation.sources.map((source) => (
                <li dir="auto">
                  {linkParts(source).map(({ text, url }) =>
                    url ? <SafeLink url={url}>{text}</SafeLink> : text,
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </dialog>
  );
}
