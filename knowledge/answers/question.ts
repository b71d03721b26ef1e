import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';

const schema = z.strictObject({
  openings: z.array(z.string().min(1)),
  shortest: z.int().positive(),
  clauses: z.array(z.string().min(1)),
  leadIns: z.array(z.string().min(1)),
  answers: z.array(z.string().min(1)),
});

interface QuestionForms {
  opening: RegExp;
  leadIn: RegExp;
  answers: RegExp[];
  clauses: RegExp[];
  shortest: number;
}

let forms: QuestionForms | undefined;

/** Far longer than any question; what lies beyond it is not looked at. */
const MOST_CHARACTERS = 2000;

/**
 * Whether a message reads as a question to the guide. Conservative: an answer to the bot's own question, though put
 * with a question mark ("is 3 weeks ok?", "the left one?"), is not one.
 */
export function isGuideQuestion(text: string): boolean {
  forms ??= loadForms();
  const { opening, leadIn, answers, clauses, shortest } = forms;
  const isLongEnough = (words: string) => words.split(' ').length >= shortest;
  const isAnswer = (words: string) => answers.some((form) => form.test(words));
  const said = text.slice(0, MOST_CHARACTERS).toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();
  const sentences = said.match(/[^.!?]+[.!?]*/g) ?? [];
  return sentences.some((sentence) => {
    const asked = sentence.includes('?');
    const bare = sentence
      .replace(/[.!?"'\s]+$/g, '')
      .replace(/^["'\s]+/, '')
      .replace(leadIn, '');
    if (!isLongEnough(bare) || isAnswer(bare)) return false;
    if (asked || opening.test(bare)) return true;
    return bare
      .split(/[,;:] */)
      .slice(1)
      .some(
        (clause) => clauses.some((form) => form.test(clause)) && isLongEnough(clause) && !isAnswer(clause),
      );
  });
}

function loadForms(): QuestionForms {
  const data = readDataFile(projectPath('knowledge', 'answers', 'question.yaml'), schema);
  const anyOf = (words: readonly string[]) => words.map((word) => word.replace(/[^a-z' ]/g, '')).join('|');
  return {
    opening: new RegExp(`^(${anyOf(data.openings)})\\b`),
    leadIn: new RegExp(`^((${anyOf(data.leadIns)})\\b[,;: ]*)+`),
    answers: data.answers.map((pattern) => new RegExp(pattern)),
    clauses: data.clauses.map((pattern) => new RegExp(pattern)),
    shortest: data.shortest,
  };
}
