/** What becomes of a generation. */
export interface Changes {
  /** By position: the record's new JSON, or undefined where it goes. */
  altered: Map<number, string | undefined>;
  /** JSON of records that come after those that stand. */
  added: string[];
}
