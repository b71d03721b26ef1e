import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { readLanguage } from '../../knowledge/symptoms/language/read-language.js';
import type { Turn } from '../turn/turn.js';

const noticeSchema = z.strictObject({
  /** In that language, with {numbers}: "I read only English so far. In an emergency call {numbers}." */
  text: z.string().includes('{numbers}'),
});

const notices = readDataFile(
  projectPath('dialogs', 'language', 'notices.yaml'),
  z
    .record(z.string().regex(/^[a-z]{2}$/), noticeSchema)
    .refine((all) => 'en' in all, 'must hold en, the fallback'),
);

/** The language of a message that is clearly not English and of which nothing was understood. */
export function foreignLanguageOf(turn: Turn): string | undefined {
  const { utterance, learned, record } = turn;
  if (learned || utterance.answer || record.open === 'place') return undefined;
  return readLanguage(utterance.text);
}

/** Emergency numbers, and that only English is read so far, in that language where we have it, and in English. */
export async function showForeignNotice(turn: Turn, language: string): Promise<void> {
  const own = notices[language];
  const english = notices.en;
  const texts = [own, english].filter((notice) => notice !== undefined).map(({ text }) => text);
  const numbers = turn
    .contacts()
    .map(({ number }) => number)
    .join(' / ');
  const text = [...new Set(texts)].map((each) => each.replaceAll('{numbers}', numbers)).join('\n\n');
  await turn.show({ kind: 'message', text, tone: 'warning' });
}
