import { expect } from 'chai';
import { readLanguage } from '../../../../knowledge/symptoms/language/read-language.js';

describe('telling the language', () => {
  const foreign: [string, string][] = [
    ['es', 'me duele la espalda desde hace tres días'],
    ['es', 'necesito ayuda'],
    ['fr', "j'ai mal au dos"],
    ['de', 'Ich habe Rückenschmerzen'],
    ['pt', 'estou com dor nas costas'],
    ['id', 'saya sakit punggung'],
    ['vi', 'tôi bị đau lưng'],
    ['tl', 'masakit ang likod ko'],
    ['it', 'ho mal di schiena'],
    ['ht', 'mwen gen doulè nan do'],
    ['zh', '我背痛'],
    ['ja', '背中が痛いです'],
    ['ko', '허리가 아파요'],
    ['ar', 'عندي ألم في الظهر'],
    ['ur', 'میری کمر میں درد ہے'],
    ['hi', 'मेरी पीठ में दर्द है'],
    ['bn', 'আমার পিঠে ব্যথা'],
    ['ru', 'у меня болит спина'],
  ];
  for (const [language, message] of foreign) {
    it(`knows ${language}: ${message}`, () => expect(readLanguage(message)).to.equal(language));
  }

  const english = [
    'my neck hurts',
    "can't feel mah legs bruh",
    'Los Angeles',
    'San Jose, near Palo Alto',
    'Maria de la Cruz',
    'Aspirin, Warfarin, Metformin',
    'pain in mi neck',
    'ok',
    'si',
    'no',
    'dolor',
    'ow ow ow',
    'раin in my back',
    'lol idk man',
    '',
    '12345',
    '👍',
    'Des Moines',
  ];
  for (const message of english) {
    it(`takes "${message}" for no other language`, () => expect(readLanguage(message)).to.equal(undefined));
  }
});
