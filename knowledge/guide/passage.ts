export const EVIDENCE_LEVELS = ['moderate', 'low', 'very-low', 'insufficient', 'consensus'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

export interface Source {
  title: string;
  /** "Gross et al." */
  authors?: string;
  year: number;
  doi?: string;
  publisher?: string;
}

/** A section of a guide page: what is retrieved, quoted and cited. */
export interface Passage {
  /** `page#section`: "condition-neck-pain#how-good-is-the-evidence". */
  id: string;
  page: string;
  section: string;
  pageTitle: string;
  heading: string;
  /** Plain text; paragraphs are parted by a blank line. */
  text: string;
  /** Absent where the section makes no claim about an effect. */
  evidence?: EvidenceLevel;
  sources: Source[];
}
