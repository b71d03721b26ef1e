/** The part of the package `zipcodes` that is used here; it ships no types. */
declare module 'zipcodes' {
  interface Postcode {
    zip: string;
    latitude: number | null;
    longitude: number | null;
    city: string;
    /** "MA" in the United States, "Ontario" in Canada. */
    state: string;
    country: 'US' | 'Canada';
  }
  const zipcodes: { codes: Record<string, Postcode> };
  export = zipcodes;
}
