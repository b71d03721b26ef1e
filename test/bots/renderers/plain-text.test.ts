import { expect } from 'chai';
import { rendererFor } from '../../../bots/renderers/renderer-for.js';
import { cleanText } from '../../../bots/renderers/shown-text.js';
import type { View } from '../../../dialogs/views/view.js';
import { views } from './views.js';

const textOf = (name: string) =>
  rendererFor({ channelId: 'test' }).render(views[name] ?? expect.fail(name)).text ?? '';

/** What must be readable, whatever the client. */
function essentials(view: View): string[] {
  const offers = 'choices' in view ? (view.choices ?? []) : [];
  const labels = [...offers, ...(view.kind === 'checklist' ? [...view.items, view.none] : [])].map(
    ({ label }) => label,
  );
  switch (view.kind) {
    case 'emergency':
      return [
        ...labels,
        view.title,
        ...view.contacts.flatMap(({ label, number }) => [label, number]),
        ...view.steps,
      ];
    case 'explanation':
      return [
        ...labels,
        ...view.sections.flatMap(({ statements }) => statements.map(({ text }) => text)),
        ...view.citations.flatMap(({ number, title, heading, sources }) => [
          `[${number}]`,
          title,
          heading,
          ...sources,
        ]),
      ];
    case 'therapists':
      return [
        ...labels,
        ...view.therapists.flatMap(({ name, place, reasons, cautions = [], credentials }) => [
          name,
          place,
          ...reasons,
          ...cautions,
          ...credentials,
        ]),
      ];
    case 'summary':
      return [...labels, ...view.sections.flatMap(({ heading, lines }) => [heading, ...lines])];
    default:
      return [...labels, view.text];
  }
}

describe('plain text', () => {
  for (const [name, view] of Object.entries(views)) {
    it(`leaves nothing of it out: ${name}`, () => {
      const text = textOf(name);
      for (const essential of essentials(view)) expect(text).to.contain(cleanText(essential).trim());
    });
  }

  it('numbers the choices, and leaves why it is asked to whoever asks', () => {
    expect(textOf('question')).to.equal(
      ['Question 3 of about 7', 'Which side is it?', '1. Left side\n2. Right side\n3. Both sides'].join(
        '\n\n',
      ),
    );
  });

  it('does not number numbers', () => {
    expect(textOf('pain scale')).to.contain('\n- 9\n- 10').and.not.contain('1. ');
  });

  it('numbers the answer that ticks nothing last, and says how to answer', () => {
    expect(textOf('checklist'))
      .to.contain('4. None of these')
      .and.to.match(/Reply with the numbers/);
  });

  it('gives the numbers to call before anything that is to be done', () => {
    const text = textOf('emergency');
    expect(text.indexOf('911')).to.be.lessThan(text.indexOf('Unlock the door'));
    expect(text).to.contain('Emergency services (United States): 911');
  });

  it('marks each statement with its citations, and lists them with their strength', () => {
    const text = textOf('explanation');
    expect(text).to.contain('How long it lasts is not known. [1][2]');
    expect(text).to.contain(
      '[1] Neck pain: How good is the evidence 1 (Evidence: low). Gross et al., Cochrane, 2024',
    );
  });

  it('writes telephone numbers and addresses as people read them', () => {
    expect(textOf('therapists'))
      .to.contain('- Call +1-617-555-0142\n')
      .and.to.contain('- Book: https://example.com/book');
    expect(textOf('ten nasty therapists')).to.contain('- Email: dana@example.com\n');
  });
});
