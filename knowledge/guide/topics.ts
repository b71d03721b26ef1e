import { z } from 'zod';
import { projectPath, readDataFile } from '../data-file.js';
import { REGIONS } from '../symptoms/report.js';
import { pageIdSchema } from './page.js';

const regions = z.array(z.enum(REGIONS)).min(1);
const phrases = z.array(z.string().regex(/^[a-z]+( [a-z]+)*$/, { error: 'must be lower-case words' })).min(1);

/** Fits a report where everything it names fits. */
const fitSchema = z
  .strictObject({
    region: regions.exactOptional(),
    alsoRegion: regions.exactOptional(),
    condition: phrases.exactOptional(),
    finding: phrases.exactOptional(),
    goal: phrases.exactOptional(),
    minimumAge: z.int().positive().exactOptional(),
  })
  .refine((fit) => Object.keys(fit).some((key) => key !== 'minimumAge' && key !== 'alsoRegion'), {
    error: 'must name a region, condition, finding or goal',
  });

const topicsSchema = z.strictObject({
  topics: z.array(z.strictObject({ page: pageIdSchema, when: z.array(fitSchema).min(1) })),
  general: z.array(pageIdSchema).min(1),
});

export type Fit = z.infer<typeof fitSchema>;
type Topics = z.infer<typeof topicsSchema>;

let shippedTopics: Topics | undefined;

/** Read once. @throws CodedError naming file, line and field. */
export function loadTopics(): Topics {
  shippedTopics ??= readDataFile(projectPath('knowledge', 'guide', 'topics.yaml'), topicsSchema);
  return shippedTopics;
}
