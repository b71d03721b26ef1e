import type { Answerer } from '../../knowledge/answers/answer.js';
import type { Guide } from '../../knowledge/guide/load-guide.js';
import type { FindingProposer } from '../../knowledge/symptoms/proposals/proposal.js';
import type { Places } from '../../services/places/places.js';
import type { TherapistDirectory } from '../../services/therapists/directory.js';

/** What the conversation needs of the outside world; index.ts hands it in. */
export interface ConversationServices {
  guide: Guide;
  answerer: Answerer;
  directory: TherapistDirectory;
  places: Places;
  /** A model that reads messages beside the rules; left out, only the rules read. */
  proposer?: FindingProposer;
  clock: () => Date;
  /** EMERGENCY_REGION: an ISO country code. */
  emergencyRegion?: string;
  /** How long a silent conversation is kept. */
  retentionDays: number;
}
