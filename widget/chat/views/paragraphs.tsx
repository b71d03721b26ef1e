import { paragraphsOf } from '../text/paragraphs.js';

/** Text from the server: only ever text, each paragraph in the direction of its own writing. */
export function Paragraphs({ text, id }: { text: string; id?: string | undefined }) {
  return (
    <div class="text" id={id}>
      {paragraphsOf(text).map((paragraph) => (
        <p dir="auto">{paragraph}</p>
      ))}
    </div>
  );
}
