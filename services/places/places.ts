export interface Place {
  /** "Boston, MA 02139" as shown; tells namesakes apart. */
  label: string;
  lat: number;
  lon: number;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

export type PlaceResult =
  | { kind: 'found'; place: Place }
  /** Namesakes, most populous first, at most five. */
  | { kind: 'ambiguous'; choices: Place[] }
  | { kind: 'unknown' };

/** A place name or postcode -> coordinates, offline. "02139", "Boston", "near Austin tx", "Boston 02139". */
export interface Places {
  find(text: string, hint?: { country?: string }): Promise<PlaceResult>;
}
