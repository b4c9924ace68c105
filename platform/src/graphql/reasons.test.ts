import { describe, expect, it } from '@jest/globals';
import { idTaken, reasons, sentenceOf, stale, unknown, unknownOrStale } from './reasons.ts';
import { refusalOf } from './refusal.ts';

describe('reasons', () => {
  it.each([
    [
      'une réservation',
      'Cette réservation n’existe pas.',
      'La réservation a changé entre-temps. Relisez-la.',
    ],
    ['un contrat', 'Ce contrat n’existe pas.', 'Le contrat a changé entre-temps. Relisez-le.'],
    ['une offre', 'Cette offre n’existe pas.', 'L’offre a changé entre-temps. Relisez-la.'],
    [
      'un établissement',
      'Cet établissement n’existe pas.',
      'L’établissement a changé entre-temps. Relisez-le.',
    ],
    ['une étape', 'Cette étape n’existe pas.', 'L’étape a changé entre-temps. Relisez-la.'],
  ])('say of %s in good French that it is unknown or has changed', (fr, isUnknown, hasChanged) => {
    expect(unknown('THING', { fr, en: 'thing' }).UNKNOWN_THING.fr).toBe(isUnknown);
    expect(stale({ fr, en: 'thing' }).STALE_VERSION.fr).toBe(hasChanged);
  });

  it('join the tables of a mutation, and do not compile when a word is said twice', () => {
    const joined = reasons(unknownOrStale('TOY', { fr: 'un jouet', en: 'toy' }), idTaken);
    expect(Object.keys(joined)).toEqual(['UNKNOWN_TOY', 'STALE_VERSION', 'CONFLICT']);
    // @ts-expect-error "CONFLICT is said twice"
    refusalOf('TwiceSaid', reasons(joined, idTaken));
  });

  it('put details into the sentence of whoever reads it', () => {
    const full = { fr: 'Complet le {day}.', en: 'Full on {day}.', meaning: 'No place is left.' };
    const details = (language: 'fr' | 'en') => ({ day: language === 'fr' ? 'lundi' : 'Monday' });
    expect(sentenceOf(full, 'fr', details)).toBe('Complet le lundi.');
    expect(sentenceOf(full, 'en', details)).toBe('Full on Monday.');
  });

  it('need a meaning where the sentence waits for parameters', () => {
    const full = { FULL: { fr: 'Complet le {day}.', en: 'Full on {day}.' } };
    expect(() => refusalOf('Unexplained', full)).toThrow('FULL needs a meaning');
  });
});
