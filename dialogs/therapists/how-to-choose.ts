import { z } from 'zod';
import { projectPath, readDataFile } from '../../knowledge/data-file.js';
import { citation } from '../anytime/citation.js';
import { say } from '../phrases/phrases.js';
import type { Turn } from '../turn/turn.js';

const adviceSchema = z
  .array(z.strictObject({ text: z.string().min(1), passage: z.string().includes('#') }))
  .min(1);

const advice = readDataFile(projectPath('dialogs', 'therapists', 'how-to-choose.yaml'), adviceSchema);

/** How to choose one: specialty, experience with this diagnosis, certificates, reviews, former clients. */
export async function showHowToChoose(turn: Turn): Promise<void> {
  const { guide } = turn.services;
  const ids = [...new Set(advice.map(({ passage }) => passage))].filter(
    (id) => guide.passage(id) !== undefined,
  );
  const citations = ids.flatMap((id, index) => {
    const passage = guide.passage(id);
    return passage ? [citation(passage, index)] : [];
  });
  const statements = advice.map(({ text, passage }) => ({
    text,
    citations: [ids.indexOf(passage) + 1].filter(Boolean),
  }));
  await turn.show({
    kind: 'explanation',
    title: say('therapists.choose'),
    sections: [{ statements }],
    citations,
  });
  turn.record.chosen = true;
}
