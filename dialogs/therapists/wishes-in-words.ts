import { describeDistance, describePrice, languageInWords } from '../../services/therapists/describe.js';
import type { Wish } from '../../services/therapists/directory.js';
import { labelOf } from '../../services/therapists/specialties.js';
import type { Wishes } from '../record/record.js';

/** Every wish of the patient as a few words: "women", "speaks Spanish", "within 10 miles". */
export function wishesInWords(wishes: Wishes, locale: string, country?: string): string[] {
  const named = Object.keys(wishes) as (keyof Wishes)[];
  return named.flatMap((wish) => {
    const words = wishInWords(wish, wishes, locale, country);
    return words ? [words] : [];
  });
}

/** One wish in words; a specialty that the patient did not name follows from their complaint. */
export function wishInWords(wish: Wish, wishes: Wishes, locale: string, country?: string): string {
  switch (wish) {
    case 'radiusKm':
      return wishes.radiusKm === undefined
        ? 'the distance'
        : `within ${describeDistance(wishes.radiusKm, locale, country)}`;
    case 'modalities':
      return (wishes.modalities ?? []).map((id) => labelOf('modality', id)).join(' or ');
    case 'languages':
      return `speaks ${(wishes.languages ?? []).map((code) => languageInWords(code)).join(' or ')}`;
    case 'gender':
      return wishes.gender === 'female' ? 'a woman' : wishes.gender === 'male' ? 'a man' : `${wishes.gender}`;
    case 'insurance':
      return `takes ${labelOf('insurance', wishes.insurance ?? '')}`;
    case 'accepting':
      return 'accepts new clients';
    case 'price': {
      const { atMost, currency } = wishes.price ?? { atMost: 0, currency: 'USD' };
      return `at most ${describePrice({ price: { min: atMost, max: atMost, currency } }, locale)}`;
    }
    case 'accessibility':
      return (wishes.accessibility ?? []).map((need) => labelOf('accessibility', need)).join(' and ');
    case 'withoutReferral':
      return 'needs no referral';
    case 'specialties':
      return wishes.specialties
        ? wishes.specialties.map((id) => `works with ${labelOf('specialty', id)}`).join(' or ')
        : 'experience with your complaint';
  }
}
