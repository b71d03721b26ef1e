import type { View } from '../../../dialogs/views/view.js';
import { ViewOf } from '../views/view-of.js';

/**
 * A view that is still being worded, drawn as it will be, so that nothing moves when what is committed takes its place.
 * It is not read out, as the whole answer will be, and nothing in it can be pressed or focused.
 */
export function Unfinished({ view }: { view: View }) {
  return (
    <div class="entry guide streaming" aria-hidden="true" inert>
      <ViewOf entry={{ from: 'guide', key: 'unfinished', view, isNew: false }} />
    </div>
  );
}
