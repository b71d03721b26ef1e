import { z } from 'zod';
import { projectPath, readDataFile } from '../../../knowledge/data-file.js';

const schema = z.strictObject({
  instructions: z.array(z.array(z.string().regex(/^[a-z]+$/)).min(1)).min(1),
  script: z.array(z.string().min(1)).min(1),
  reservedDomains: z.array(z.string().regex(/^[a-z.]+$/)).min(1),
});

export const auditData = readDataFile(projectPath('services', 'therapists', 'audit', 'audit.yaml'), schema);
