import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { projectPath } from '../../../knowledge/data-file.js';
import { AGREED, talk } from '../support/talk.js';

const notices: Record<string, { text: string }> = parse(
  readFileSync(projectPath('dialogs', 'language', 'notices.yaml'), 'utf8'),
);

/** "My back hurts very much, I need help", in each language of the notices. */
const SAID: Record<string, string> = {
  es: 'me duele mucho la espalda, necesito ayuda',
  zh: '我的背很痛，需要帮助',
  hi: 'मेरी पीठ में बहुत दर्द है, मुझे मदद चाहिए',
  ar: 'ظهري يؤلمني كثيرا وأحتاج إلى المساعدة',
  fr: "j'ai très mal au dos, j'ai besoin d'aide",
  pt: 'estou com muita dor nas costas, preciso de ajuda',
  bn: 'আমার পিঠে খুব ব্যথা, সাহায্য দরকার',
  ru: 'у меня очень болит спина, мне нужна помощь',
  ur: 'میری کمر میں بہت درد ہے، مجھے مدد چاہیے',
  id: 'punggung saya sakit sekali, saya butuh bantuan',
  de: 'mein Rücken tut sehr weh, ich brauche Hilfe',
  ja: '背中がとても痛いです、助けてください',
  vi: 'tôi bị đau lưng rất nhiều, tôi cần giúp đỡ',
  tl: 'masakit na masakit ang likod ko, kailangan ko ng tulong',
  ko: '허리가 너무 아파요, 도움이 필요해요',
  it: 'ho molto mal di schiena, ho bisogno di aiuto',
  ht: 'do m ap fè m mal anpil, mwen bezwen èd',
};

describe('The notice that only English is read', () => {
  it('is tried below in every language that it is written in', () => {
    expect([...Object.keys(SAID), 'en']).to.have.members(Object.keys(notices));
  });

  for (const [language, { text }] of Object.entries(notices)) {
    it(`${language}: names the emergency numbers once`, () => {
      expect(text.split('{numbers}')).to.have.length(2);
      expect(text.replace('{numbers}', '')).not.to.match(/[{}]|\d/);
    });
  }

  for (const [language, said] of Object.entries(SAID)) {
    it(`${language}: answers a message in it, in it and in English, with the number`, async () => {
      const { replies } = await talk([[said]]);
      const own = notices[language]?.text.replace('{numbers}', '911') ?? '';
      expect(replies[0]).to.include(own);
      expect(replies[0]).to.include(notices.en?.text.replace('{numbers}', '911'));
    });
  }

  it('gives the numbers of the country that is configured or told', async () => {
    const { replies } = await talk([['me duele mucho la espalda, necesito ayuda']], { locale: 'es-ES' });
    expect(replies[0]).to.include(notices.es?.text.replace('{numbers}', '112'));
  });

  it('keeps the question that is open, and does not take the message for an answer', async () => {
    await talk([
      ...AGREED,
      ['my neck hurts for 2 weeks, 4/10', /What brings it on/],
      ['me duele mucho la espalda, necesito ayuda', /solo leo inglés/, /What brings it on/],
      ['sitting', /How old/],
    ]);
  });
});
