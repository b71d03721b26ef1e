import type { TherapistCard } from '../../../dialogs/views/view.js';
import { Icon } from '../shell/icon.js';
import { fill, strings } from '../strings.js';
import { SafeLink } from './safe-link.js';

export function Therapist({ card }: { card: TherapistCard }) {
  const { name, credentials, distance, place, reasons, cautions = [], facts, links } = card;
  return (
    <article class="card therapist">
      <h2 dir="auto">{name}</h2>
      <p class="place" dir="auto">
        <Icon name="pin" />
        {distance ? `${distance} · ${place}` : place}
      </p>
      {credentials.length > 0 && (
        <ul class="credentials">
          {credentials.map((credential) => (
            <li dir="auto">{credential}</li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <>
          <h3>{strings.whyItFits}</h3>
          <ul class="reasons">
            {reasons.map((reason) => (
              <li dir="auto">
                <Icon name="check" />
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {cautions.length > 0 && (
        <ul class="reasons cautions">
          {cautions.map((caution) => (
            <li dir="auto">
              <Icon name="warning" />
              <span>{caution}</span>
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <details>
          <summary>{fill(strings.moreAbout, { name })}</summary>
          <dl>
            {facts.map(({ label, value }) => (
              <div>
                <dt dir="auto">{label}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {links.length > 0 && (
        <p class="links">
          {links.map(({ label, url }) => (
            <SafeLink class="choice" url={url}>
              {label}
            </SafeLink>
          ))}
        </p>
      )}
    </article>
  );
}
