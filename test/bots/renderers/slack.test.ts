import { expect } from 'chai';
import { readUtterance } from '../../../bots/inbound/read-utterance.js';
import { rendererFor } from '../../../bots/renderers/renderer-for.js';
import { views } from './views.js';

interface Text {
  type: string;
  text: string;
}
interface Element {
  type: string;
  action_id: string;
  text?: Text;
  value?: string;
  options?: { text: Text; value: string }[];
}
interface Block {
  type: string;
  block_id?: string;
  text?: Text;
  fields?: Text[];
  elements?: (Element & Text)[];
  element?: Element;
  label?: Text;
}

const render = (name: string): { text: string; blocks: Block[] } =>
  rendererFor({ channelId: 'slack' }).render(views[name] ?? expect.fail(name)).channelData;

const within = (text: Text | undefined, most: number) => expect(text?.text).to.have.length.within(1, most);

function checkOptions(element: Element | undefined, most: number) {
  expect(element?.options).to.have.length.within(1, most);
  for (const option of element?.options ?? []) {
    within(option.text, 75);
    expect(option.value).to.have.length.within(1, 150);
  }
}

function checkBlock(block: Block): void {
  if (block.block_id !== undefined) expect(block.block_id).to.have.length.within(1, 255);
  switch (block.type) {
    case 'section':
      if (block.text) within(block.text, 3000);
      if (block.fields) expect(block.fields).to.have.length.within(1, 10);
      for (const field of block.fields ?? []) within(field, 2000);
      return;
    case 'header':
      within(block.text, 150);
      return;
    case 'context':
      expect(block.elements).to.have.length.within(1, 10);
      for (const element of block.elements ?? []) expect(element.text).to.have.length.within(1, 2000);
      return;
    case 'input':
      within(block.label, 2000);
      checkOptions(block.element, 10);
      return;
    case 'actions':
      expect(block.elements).to.have.length.within(1, 25);
      for (const element of block.elements ?? []) {
        expect(element.action_id).to.have.length.within(1, 255);
        if (element.type === 'static_select') checkOptions(element, 100);
        else {
          within(element.text, 75);
          expect(element.value).to.have.length.within(1, 2000);
        }
      }
      return;
    default:
      expect(block).to.deep.equal({ type: 'divider' });
  }
}

function mrkdwnOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as Partial<Text>;
  return [...(type === 'mrkdwn' && text ? [text] : []), ...Object.values(value).flatMap(mrkdwnOf)];
}

describe('Block Kit', () => {
  for (const name of Object.keys(views)) {
    it(`holds every limit: ${name}`, () => {
      const { text, blocks } = render(name);
      expect(text).to.have.length.at.most(40_000);
      expect(blocks).to.have.length.at.most(50);
      blocks.forEach(checkBlock);
      const ids = blocks.map(({ block_id }) => block_id).filter((id) => id !== undefined);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const { elements } of blocks.filter(({ type }) => type === 'actions')) {
        const actionIds = elements?.map(({ action_id }) => action_id) ?? [];
        expect(new Set(actionIds).size).to.equal(actionIds.length);
      }
    });

    it(`calls nobody and formats nothing by accident: ${name}`, () => {
      const { text, blocks } = render(name);
      expect(text).to.not.match(/[<>]/);
      for (const mrkdwn of mrkdwnOf(blocks)) {
        const links = /<(https:\/\/|tel:|mailto:)[^<>|]+\|[^<>|]+>/g;
        const rest = mrkdwn.replace(links, '').replace(/(^| )\*[^*\n]+\*/gm, '');
        expect(rest).to.not.match(/[<>*_~`]|:\w+:/);
      }
      expect(JSON.stringify(blocks)).to.not.contain('"emoji":true');
    });
  }

  it('has no text beside it, which Azure would post as a second message', () => {
    expect(rendererFor({ channelId: 'slack' }).render(views.message ?? expect.fail())).to.not.have.property(
      'text',
    );
  });

  it('sends back a button as an answer to its question', () => {
    const actions = render('question').blocks.at(-1);
    const [, right] = actions?.elements ?? [];
    const payload = { type: 'block_actions', actions: [{ ...right, block_id: actions?.block_id }] };
    const activity = {
      type: 'message',
      channelId: 'slack',
      text: right?.value ?? '',
      channelData: { Payload: payload },
    };
    expect(readUtterance(activity)).to.deep.equal({
      text: '',
      answer: { question: 'calf_side', values: ['choice_1'] },
      attachments: [],
    });
  });

  it('sends ticks back from all of its boxes with the button', () => {
    const { blocks } = render('checklist of 35');
    const inputs = blocks.filter(({ type }) => type === 'input');
    const actions = blocks.at(-1);
    expect(inputs).to.have.length(4);
    const values = Object.fromEntries(
      inputs.map(({ block_id, element }) => [
        block_id,
        {
          [element?.action_id ?? '']: { type: 'checkboxes', selected_options: element?.options?.slice(0, 1) },
        },
      ]),
    );
    const press = (at: number) => ({
      type: 'message',
      channelId: 'slack',
      channelData: {
        Payload: {
          type: 'block_actions',
          state: { values },
          actions: [{ ...actions?.elements?.[at], block_id: actions?.block_id }],
        },
      },
    });
    expect(readUtterance(press(0)).answer).to.deep.equal({
      question: 'many',
      values: ['choice_0', 'choice_10', 'choice_20', 'choice_30'],
    });
    expect(readUtterance(press(1)).answer).to.deep.equal({ question: 'many', values: ['none'] });
  });

  it('calls emergency numbers with one press', () => {
    expect(mrkdwnOf(render('emergency').blocks).join('\n'))
      .to.contain('<tel:911|911>')
      .and.contain('Text HOME to 741741');
  });

  it('writes labels out that are too long for a button', () => {
    expect(JSON.stringify(render('nasty question').blocks)).to.contain('End.');
  });
});
