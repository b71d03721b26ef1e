import { expect } from 'chai';
import { rendererFor } from '../../../bots/renderers/renderer-for.js';
import { valuesUnder } from './json.js';
import { clients, views } from './views.js';

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

for (const [clientName, client] of Object.entries(clients)) {
  describe(`what ${clientName} is sent`, () => {
    for (const [name, view] of Object.entries(views)) {
      const render = () => rendererFor(client).render(view);

      it(`is the same each time, and JSON: ${name}`, () => {
        const activity = render();
        expect(render()).to.deep.equal(activity);
        expect(JSON.parse(JSON.stringify(activity))).to.deep.equal(activity);
        expect(activity.type).to.equal('message');
      });

      it(`has words for a notification and for a screen reader: ${name}`, () => {
        const { text, summary, attachments, channelData } = render();
        const words = text ?? attachments?.[0]?.content.fallbackText ?? channelData.text;
        expect(words).to.be.a('string');
        if (text === undefined) expect(summary).to.be.a('string');
        const title = 'title' in view ? view.title : view.text;
        if (title.trim() !== '') expect(words.trim()).to.not.equal('');
      });

      it(`links to nothing but https, tel and mailto: ${name}`, () => {
        for (const url of valuesUnder(render(), ['url', 'href', 'iconUrl'])) {
          expect(url).to.match(/^(https:\/\/|tel:|mailto:)[^\s<>]+$/);
          expect(url).to.not.contain('@evil');
          expect(url).to.not.contain('bcc');
        }
      });

      it(`carries no character that a terminal or the writing direction obeys: ${name}`, () => {
        for (const text of stringsIn(render())) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
          expect(text).to.not.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        }
      });
    }

    it('expects an answer to questions, and only to them', () => {
      const hint = (name: string) => rendererFor(client).render(views[name] ?? expect.fail(name)).inputHint;
      expect([hint('question'), hint('checklist'), hint('message with offers')]).to.deep.equal(
        Array(3).fill('expectingInput'),
      );
      expect([hint('message'), hint('no therapists')]).to.deep.equal(Array(2).fill('acceptingInput'));
    });

    it('reads no mark-up out, and 911 digit by digit', () => {
      for (const view of Object.values(views)) {
        const { speak } = rendererFor(client).render(view);
        expect(speak).to.not.match(/[<>&]/);
      }
      expect(rendererFor(client).render(views.emergency ?? expect.fail()).speak).to.contain('9 1 1');
    });
  });
}
