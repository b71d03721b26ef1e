import { strings } from '../strings.js';

/** Three dots; they are not read out, as the answer itself will be. */
export function Writing() {
  return (
    <div class="entry guide writing">
      <span class="visually-hidden">{strings.typing}</span>
      <div class="bubble dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}
