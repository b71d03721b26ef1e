import type { TherapistsView } from '../../../dialogs/views/view.js';
import { Offers } from './offers.js';
import { Paragraphs } from './paragraphs.js';
import { Therapist } from './therapist.js';

export function Therapists({ view }: { view: TherapistsView }) {
  return (
    <>
      <div class="bubble">
        <Paragraphs text={view.text} />
      </div>
      {view.therapists.length > 0 && (
        <ul class="therapists">
          {view.therapists.map((card) => (
            <li>
              <Therapist card={card} />
            </li>
          ))}
        </ul>
      )}
      {view.notes.length > 0 && (
        <div class="bubble notes">
          {view.notes.map((note) => (
            <Paragraphs text={note} />
          ))}
        </div>
      )}
      <Offers choices={view.choices} />
    </>
  );
}
