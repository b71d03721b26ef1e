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
  | {
      kind: 'unknown';
      /** It looks like a postcode, maybe of a country whose postcodes are not known here: a town would be. */
      postcode?: true;
    };

/** A place name or postcode -> coordinates, offline. "02139", "Boston", "near Austin tx", "Munich". */
export interface Places {
  find(text: string, hint?: { country?: string }): Promise<PlaceResult>;
  /** The namesake that "IL", "the one in Illinois" or "Spain" means, be it one of the choices or another. */
  among(text: string, choices: readonly Place[]): Promise<Place | undefined>;
}
