import type { EmergencyContact, EmergencyView } from '../../../dialogs/views/view.js';
import { Icon } from '../shell/icon.js';
import { fill, strings } from '../strings.js';
import { telephoneUrl } from '../text/links.js';
import { Offers } from './offers.js';

/** Numbers come first: they are what is needed. */
export function Emergency({ view }: { view: EmergencyView }) {
  return (
    <>
      <div class={`bubble card alarm ${view.disposition}`}>
        <h2 dir="auto">
          <Icon name="warning" />
          {view.title}
        </h2>
        <ul class="contacts">
          {view.contacts.map((contact) => (
            <Contact contact={contact} />
          ))}
        </ul>
        {view.steps.length > 0 && (
          <section>
            <h3>{strings.steps}</h3>
            <ol class="steps">
              {view.steps.map((step) => (
                <li dir="auto">{step}</li>
              ))}
            </ol>
          </section>
        )}
        {view.reasons.length > 0 && (
          <p class="hint" dir="auto">
            {fill(strings.reasons, { reasons: view.reasons.join(', ') })}
          </p>
        )}
      </div>
      <Offers choices={view.choices} />
    </>
  );
}

function Contact({ contact: { label, number, note } }: { contact: EmergencyContact }) {
  const url = telephoneUrl(number);
  return (
    <li>
      {url ? (
        <a class="call" href={url}>
          <Icon name="phone" />
          <span>
            <strong>{fill(strings.call, { number })}</strong>
            <span dir="auto">{label}</span>
          </span>
        </a>
      ) : (
        <p class="contact" dir="auto">
          <strong>{number}</strong> {label}
        </p>
      )}
      {note && (
        <p class="hint" dir="auto">
          {note}
        </p>
      )}
    </li>
  );
}
