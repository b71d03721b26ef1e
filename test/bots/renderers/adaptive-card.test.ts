import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import type { Activity } from 'botbuilder-core';
import { expect } from 'chai';
import { readUtterance } from '../../../bots/inbound/read-utterance.js';
import { escapeMarkdown } from '../../../bots/renderers/adaptive-card/markdown.js';
import type { Client } from '../../../bots/renderers/renderer.js';
import { rendererFor } from '../../../bots/renderers/renderer-for.js';
import { jsonBytes } from '../../../bots/renderers/shown-text.js';
import { valuesUnder } from './json.js';
import { clients, views } from './views.js';

const cardOf = (activity: Partial<Activity>) => activity.attachments?.[0]?.content;
const rendered = new Map<string, Partial<Activity>>();
function render(name: string, client: Client = clients.teams): Partial<Activity> {
  const key = JSON.stringify([name, client]);
  const activity = rendered.get(key) ?? rendererFor(client).render(views[name] ?? expect.fail(name));
  rendered.set(key, activity);
  return activity;
}

// biome-ignore lint/suspicious/noExplicitAny: the cards' JSON is looked into, not relied on
type Json = Record<string, any>;
function elementsOf(value: unknown, type: string): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((child) => elementsOf(child, type));
  return (value as Json).type === type ? [value as Json, ...inner] : inner;
}

const cardClients = [clients.teams, clients['Teams group'], clients['Web Chat']];

describe('adaptive cards', () => {
  for (const name of Object.keys(views)) {
    it(`are read without a complaint by the Adaptive Cards library, in at most 80 KB: ${name}`, () => {
      for (const client of cardClients) {
        const activity = render(name, client);
        expect(jsonBytes(activity)).to.be.at.most(80_000);
        const json = cardOf(activity);
        if (!json) continue;
        const context = new SerializationContext(Versions.v1_5);
        const card = new AdaptiveCard();
        card.parse(json, context);
        const complaints = Array.from(
          { length: context.eventCount },
          (_, at) => context.getEventAt(at).message,
        )
          // The library's own check of `lang` keeps a place between calls, and so refuses every second "en".
          .filter((message) => !message.endsWith('for property "lang".'));
        expect([
          ...complaints,
          ...card.validateProperties().validationEvents.map(({ message }) => message),
        ]).to.deep.equal([]);
        expect(json).to.include({ version: '1.5', lang: 'en' });
      }
    });

    it(`stand alone, so that no client shows the words twice: ${name}`, () => {
      for (const client of cardClients) {
        const activity = render(name, client);
        expect(activity.text === undefined).to.equal(activity.attachments !== undefined);
      }
    });

    it(`have at most five buttons in a row, and three suggested on Teams: ${name}`, () => {
      for (const client of cardClients) {
        const activity = render(name, client);
        for (const { actions } of elementsOf(cardOf(activity), 'ActionSet'))
          expect(actions).to.have.length.within(1, 5);
        const suggested = activity.suggestedActions?.actions ?? [];
        if (client.channelId === 'msteams') expect(suggested).to.have.length.at.most(3);
      }
      expect(render(name, clients['Teams group']).suggestedActions).to.equal(undefined);
    });

    it(`show Markdown in any text as it is: ${name}`, () => {
      for (const { text } of elementsOf(cardOf(render(name)), 'TextBlock')) {
        const unescaped = String(text).replace(/\\./gs, 'x');
        expect(unescaped).to.not.match(/[*_`[\]~]|<[a-z/!]|^\s*[#>+-]/im);
      }
    });
  }

  it('are the same for Direct Line and the Emulator as for Web Chat', () => {
    for (const name of ['message', 'question', 'therapists']) {
      expect(render(name, { channelId: 'directline' })).to.deep.equal(render(name, clients['Web Chat']));
      expect(render(name, { channelId: 'emulator' })).to.deep.equal(render(name, clients['Web Chat']));
    }
  });

  it('send back the question and the choice, which the bot reads as its answer', () => {
    const [first] = elementsOf(cardOf(render('question')), 'Action.Submit');
    expect(first).to.deep.include({
      title: 'Left side',
      data: { question: 'calf_side', choice: 'choice_0' },
    });
    const utterance = readUtterance({ type: 'message', channelId: 'msteams', value: first?.data });
    expect(utterance.answer).to.deep.equal({ question: 'calf_side', values: ['choice_0'] });
  });

  it('keep "None of these" apart from the boxes, and let nobody send none by mistake', () => {
    const card = cardOf(render('checklist'));
    const [boxes] = elementsOf(card, 'Input.ChoiceSet');
    expect(boxes).to.include({ isMultiSelect: true, isRequired: true, id: 'items' });
    expect(boxes?.choices).to.have.length(3);
    expect(boxes).to.not.have.property('value');
    const none = elementsOf(card, 'Action.Submit').find(({ title }) => title === 'None of these');
    expect(none).to.deep.include({
      associatedInputs: 'none',
      data: { question: 'calf_signs', choice: 'none' },
    });
  });

  it('offer a list to pick from where there are too many buttons', () => {
    const [list] = elementsOf(cardOf(render('question with 100 choices')), 'Input.ChoiceSet');
    expect(list?.choices).to.have.length(100);
    expect(list).to.include({ id: 'choice', style: 'compact' });
  });

  it('write long labels out in an open list', () => {
    const [list] = elementsOf(cardOf(render('nasty question')), 'Input.ChoiceSet');
    expect(list).to.include({ id: 'choice', style: 'expanded', wrap: true });
    expect(list?.choices[2]).to.deep.equal({ title: '👩🏽‍⚕️', value: 'choice_2' });
  });

  it('show the number of a choice where its label begins with another', () => {
    const titles = elementsOf(cardOf(render('durations')), 'Action.Submit').map(({ title }) => title);
    expect(titles).to.include('3. 4 to 7 days');
  });

  it('call emergency numbers with one press, before any step', () => {
    const card = cardOf(render('emergency'));
    expect(elementsOf(card, 'Action.OpenUrl').map(({ url }) => url)).to.deep.equal([
      'tel:911',
      'tel:18002221222',
      'tel:988',
    ]);
    expect(card.body[0]).to.include({ style: 'attention' });
    expect(JSON.stringify(card.body[0])).to.contain('Text HOME to 741741');
  });

  it('keep the numbers and the buttons, however long the rest is', () => {
    expect(valuesUnder(cardOf(render('nasty emergency')), ['url'])).to.deep.equal(['tel:116123']);
    const card = cardOf(render('question with 300 long choices'));
    expect(elementsOf(card, 'Action.Submit')).to.have.length(1);
  });

  it('leave out therapists rather than break the limit, and say how many', () => {
    const words = JSON.stringify(cardOf(render('ten nasty therapists')));
    expect(words).to.match(/There are more \(\d\) than fit here/);
    expect(words).to.contain('Dana Rivera 0');
  });

  it('cite in the way of Teams, and label what a model worded', () => {
    const [entity] = render('explanation').entities ?? [];
    expect(entity).to.deep.include({
      type: 'https://schema.org/Message',
      additionalType: ['AIGeneratedContent'],
    });
    expect(entity?.citation).to.have.length(2);
    for (const { appearance } of render('nasty explanation').entities?.[0]?.citation ?? []) {
      expect(appearance.name).to.have.length.at.most(80);
      expect(appearance.abstract).to.have.length.within(1, 160);
      for (const keyword of appearance.keywords) expect(keyword).to.have.length.at.most(28);
    }
    expect(render('nasty explanation').entities?.[0]).to.not.have.property('additionalType');
  });

  it('open the passages on request', () => {
    const card = cardOf(render('explanation'));
    const [toggle] = elementsOf(card, 'Action.ToggleVisibility');
    expect(toggle?.targetElements).to.deep.equal(['passages']);
    const passages = elementsOf(card, 'Container').find(({ id }) => id === 'passages');
    expect(passages).to.include({ isVisible: false });
    expect(JSON.stringify(passages)).to.contain('A review of 33 studies');
  });
});

describe('escapeMarkdown', () => {
  const table: [string, string][] = [
    ['pain <3, B & B, 38.5 °C (or more) - now', 'pain <3, B & B, 38.5 °C (or more) - now'],
    ['a_b *c*', 'a\\_b \\*c\\*'],
    ['[x](javascript:y)', '\\[x\\](javascript:y)'],
    ['<b>&amp;', '\\<b>\\&amp;'],
    ['# a\n- b\n2. c', '\\# a\n\\- b\n2\\. c'],
    ['back\\slash', 'back\\\\slash'],
  ];
  for (const [text, escaped] of table) {
    it(`shows ${JSON.stringify(text)} as it is`, () => expect(escapeMarkdown(text)).to.equal(escaped));
  }
});
