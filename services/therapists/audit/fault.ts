/** What an operator should look at in a record. */
export interface Fault {
  /** "credentials.0.expiresOn". */
  field: string;
  /** "expired on 2026-05-31". It quotes no text of the record. */
  fault: string;
}
