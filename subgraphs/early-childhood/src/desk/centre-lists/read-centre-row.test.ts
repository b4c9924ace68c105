import { describe, expect, it } from '@jest/globals';
import { rowReader } from './read-centre-row.ts';

const read = (cells: Readonly<Record<string, string>>) =>
  rowReader(['name', 'street', ...Object.keys(cells)])([
    'La Marelle',
    '4 rue Haute',
    ...Object.values(cells),
  ]);

describe('a row of a city’s list', () => {
  it('is read by its headings; what is empty is not said', () => {
    expect(
      read({ id: '7', siret: '', kind: 'crèche', postal_code: '44000', places: '24', avip: 'Oui' }),
    ).toMatchObject({
      row: {
        ...{ name: 'La Marelle', street: '4 rue Haute', sourceId: '7', kind: 'crèche', postalCode: '44000' },
        ...{ authorisedPlaces: 24, isAvip: true, siret: null, sections: null, position: null },
      },
    });
  });

  it('has lines for opening hours and sections, and words for kinds of care', () => {
    const cells = {
      opening_hours: '1-2 07:30-18:30 | 6 08:00-12:00',
      sections: 'Les petits 2-18 12|Les plus grands 18-72 20',
      care_kinds: 'LONG_TERM, FLEXIBLE',
      operator: 'Associatif',
    };
    expect(read(cells)).toMatchObject({
      row: {
        openingHours: [
          { weekday: 1, from: '07:30', to: '18:30' },
          { weekday: 2, from: '07:30', to: '18:30' },
          { weekday: 6, from: '08:00', to: '12:00' },
        ],
        sections: [
          { name: 'Les petits', minAgeMonths: 2, maxAgeMonths: 18, places: 12 },
          { name: 'Les plus grands', minAgeMonths: 18, maxAgeMonths: 72, places: 20 },
        ],
        ...{ careKinds: ['LONG_TERM', 'FLEXIBLE'], operator: 'ASSOCIATIVE' },
      },
    });
  });

  it('says of all of its sections what they keep for emergencies, or of none', () => {
    const cells = { sections: 'Les petits 2-18 12|Les grands 18-72 20' };
    const keptOf = (emergency: string) => {
      const found = read({ ...cells, emergency_places: emergency });
      return 'row' in found
        ? found.row.sections?.map(({ emergencyPlaces }) => emergencyPlaces)
        : found.problem;
    };
    const line = { from: '08:00', to: '09:00', places: 2 };
    expect(keptOf('LES PETITS 1-2 08:00-09:00 2')).toEqual([
      [
        { ...line, weekday: 1 },
        { ...line, weekday: 2 },
      ],
      [],
    ]);
    expect(keptOf('')).toEqual([null, null]);
    expect(keptOf('Les moyens 1 08:00-09:00 2')).toContain('names a section that the row does not');
  });

  it('stands where both degrees say, with a comma or a point', () => {
    expect(read({ latitude: '47,25', longitude: '-1.5' })).toMatchObject({
      row: { position: { latitude: 47.25, longitude: -1.5 } },
    });
    expect(read({ latitude: '47.25', longitude: '' })).toMatchObject({ row: { position: null } });
  });

  it.each([
    ['latitude', '147.2', 'goes to 90'],
    ['latitude', '47°15', 'is written 47.2575'],
    ['postal_code', '4400', 'has five digits'],
    ['places', 'douze', 'is a whole number'],
    ['operator', 'Mairie de X', 'is municipal or associative'],
    ['avip', 'peut-être', 'is yes or no'],
    ['opening_hours', 'lundi 8h-18h', 'is written 1-5 07:30-18:30'],
    ['opening_hours', '1-7 06:00-24:00', 'is written 1-5 07:30-18:30'],
    ['opening_hours', '5-1 08:00-18:00', 'is written 1-5 07:30-18:30'],
    ['sections', 'Les petits', 'is written Les petits 2-18 12'],
    ['emergency_places', 'Les petits 2', 'is written Les petits 1-5'],
    ['care_kinds', 'DAILY', 'is some of LONG_TERM'],
  ])('is not read with %s %s', (heading, cell, problem) => {
    expect(read({ [heading]: cell })).toEqual({ problem: expect.stringContaining(`${heading} ${problem}`) });
  });
});
