import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { CentreTerms } from '../../centres/centres/centre-terms.rules.ts';
import {
  centreMeant,
  changesOfTerms,
  isDecided,
  isNameable,
  kindCalled,
  listKey,
  missingFacts,
  namesSectionTwice,
  placeKey,
  type SaidOfTerms,
} from './centre-list.rules.ts';

const PLACED = { name: 'Les Écureuils', street: '12 av. de l’Étang' };

describe('the key of a row', () => {
  it('is the id of its source, else its name and street, however they are written', () => {
    expect(listKey({ ...PLACED, sourceId: 'A 7' })).toBe('id A 7');
    expect(listKey({ ...PLACED, sourceId: null })).toBe(`at ${placeKey(PLACED)}`);
    expect(placeKey({ name: 'LES ECUREUILS', street: '12, Avenue de l’Etang' })).toBe(placeKey(PLACED));
  });

  it.each([
    ['another street', { ...PLACED, street: '13 avenue de l’Étang' }],
    ['another name', { ...PLACED, name: 'Les Écureuils 2' }],
    ['two numbers', { ...PLACED, street: '1-2 av. de l’Étang' }],
  ])('differs by %s', (_what, other) => {
    expect(placeKey(other)).not.toBe(placeKey(PLACED));
  });
});

it.each([
  ['La Marelle', true],
  [' ', false],
  ['x'.repeat(200), true],
  ['x'.repeat(201), false],
])('a name is there and not endless: %s', (text, isOne) => {
  expect(isNameable(text)).toBe(isOne);
});

describe('the kind that a list names', () => {
  it.each([
    ['Multi-accueil', 'MULTI_PURPOSE'],
    ['MICRO_CRECHE', 'MICRO_CRECHE'],
    ['Jardin d’enfants', 'KINDERGARTEN'],
    ['Crèche familiale', 'FAMILY_CRECHE'],
    ['Maison d’assistantes maternelles', 'NO_CENTRE'],
    ['Lieu d’accueil enfants-parents', 'NO_CENTRE'],
    ['MAM', 'NO_CENTRE'],
    ['multi acceuil', null],
  ])('%s is %s', (word, kind) => {
    expect(kindCalled(word)).toBe(kind);
  });
});

const WHOLE = {
  ...{ kind: 'crèche', operator: 'MUNICIPAL', postalCode: '44000', city: 'Nantes', authorisedPlaces: 20 },
  position: { latitude: 47, longitude: -1 },
  openingHours: [{}],
  careKinds: ['LONG_TERM'],
  sections: [{}],
};

describe('what a row must say before a centre opens', () => {
  it.each([
    [[], {}],
    [['KIND'], { kind: '' }],
    [['OPERATOR'], { operator: null }],
    [['ADDRESS'], { postalCode: undefined }],
    [['ADDRESS'], { city: null }],
    [['POSITION'], { position: null }],
    [['PLACES', 'SECTIONS'], { authorisedPlaces: undefined, sections: [] }],
    [['OPENING_HOURS', 'CARE_KINDS'], { openingHours: undefined, careKinds: [] }],
  ])('%j is missing', (missing, said) => {
    expect(missingFacts({ ...WHOLE, ...said })).toEqual(missing);
  });
});

describe('the centre that a row means', () => {
  const NO_IDS = { siret: null, finess: null, cityId: null, postalCode: '44000', isClosed: false };
  const squirrels = { ...NO_IDS, id: 'squirrels', ...PLACED, siret: '73282932000074' };
  const otters = { ...NO_IDS, id: 'otters', name: 'Les Loutres', street: '3 quai Vert' };
  const centres = [squirrels, otters];
  const unlinked = { centres, linked: new Map<string, string>() };
  const linkedTo = (key: string, id: string) => ({ centres, linked: new Map([[key, id]]) });
  const is = (centreId: string | null) => ({ centreId });

  it('is the one it was before, by another name or in another street', () => {
    const known = linkedTo('id 7', 'otters');
    expect(centreMeant({ ...otters, name: 'La Loutre', sourceId: '7' }, known)).toEqual(is('otters'));
    expect(centreMeant({ ...otters, street: 'Ailleurs', sourceId: '7' }, known)).toEqual(is('otters'));
  });

  it('is another one where both differ: ids that shift rename nobody, unless an id of the nation says so', () => {
    const other = { name: 'La Marelle', street: '1 rue Haute', sourceId: '7' };
    expect(centreMeant(other, linkedTo('id 7', 'squirrels'))).toMatchObject({ refusal: 'ANOTHER_CENTRE' });
    const { siret } = squirrels;
    expect(centreMeant({ ...other, siret }, linkedTo('id 7', 'squirrels'))).toEqual(is('squirrels'));
    expect(centreMeant({ ...other, siret }, unlinked)).toMatchObject({ refusal: 'ANOTHER_CENTRE' });
    expect(centreMeant({ ...other, name: PLACED.name, siret }, unlinked)).toEqual(is('squirrels'));
  });

  it('is the one of that name in that street of that commune', () => {
    expect(centreMeant({ ...PLACED, sourceId: '8' }, unlinked)).toEqual(is('squirrels'));
    expect(centreMeant({ ...PLACED, postalCode: '44000' }, unlinked)).toEqual(is('squirrels'));
    expect(centreMeant({ ...PLACED, postalCode: '44400' }, unlinked)).toEqual(is(null));
    expect(centreMeant({ name: 'Les Lynx', street: '1 rue Haute' }, unlinked)).toEqual(is(null));
  });

  it('is not opened again where the source has another id for it; ids that it begins to give are taken', () => {
    const byId = linkedTo('id 8', 'squirrels');
    expect(centreMeant({ ...PLACED, sourceId: '9' }, byId)).toEqual({
      refusal: 'KNOWN_BY_ANOTHER_ID',
      known: PLACED.name,
    });
    expect(centreMeant(PLACED, byId)).toEqual(is('squirrels'));
    expect(centreMeant({ ...PLACED, sourceId: '9' }, linkedTo(listKey(PLACED), 'squirrels'))).toEqual(
      is('squirrels'),
    );
  });

  it('is not guessed between two, unless one is closed for good', () => {
    const again = { ...NO_IDS, id: 'again', ...PLACED };
    const twice = { centres: [...centres, again], linked: new Map<string, string>() };
    expect(centreMeant({ ...PLACED, sourceId: '7' }, twice)).toMatchObject({ refusal: 'SAME_PLACE_TWICE' });
    const closed = { ...twice, centres: [{ ...squirrels, isClosed: true }, again] };
    expect(centreMeant(PLACED, closed)).toEqual(is('again'));
    expect(centreMeant(PLACED, { ...closed, centres: [{ ...squirrels, isClosed: true }] })).toEqual(
      is('squirrels'),
    );
  });
});

it('a section that is named twice is found', () => {
  expect(namesSectionTwice([{ name: 'Les petits' }, { name: 'LES PETITS' }])).toBe(true);
  expect(namesSectionTwice([{ name: 'Les petits' }, { name: 'Les grands' }])).toBe(false);
});

const SECTION = { id: 's1', name: 'Les petits', minAgeMonths: 2, maxAgeMonths: 18, places: 10, staff: 3 };
const HELD: CentreTerms = {
  ...{ from: '0001-01-01', kind: 'CRECHE', authorisedPlaces: 20, placesByHour: [], isAvip: false },
  openingHours: [
    { weekday: 1, from: '08:00', to: '18:00' },
    { weekday: 2, from: '08:00', to: '18:00' },
  ],
  facilities: ['MEALS', 'GARDEN'],
  careKinds: ['LONG_TERM'],
  sections: [SECTION],
};
const { id: _id, staff: _staff, ...LISTED } = SECTION;
const SAME: SaidOfTerms = {
  ...{ kind: 'CRECHE', authorisedPlaces: 20, isAvip: false, facilities: ['GARDEN', 'MEALS'] },
  careKinds: null,
  openingHours: HELD.openingHours.toReversed(),
  sections: [{ ...LISTED, name: 'LES PETITS' }],
};

describe('what a row makes another', () => {
  it('is nothing where it says the same in another order or spelling, or says nothing', () => {
    expect(changesOfTerms(HELD, SAME)).toEqual({});
    expect(changesOfTerms(HELD, {})).toEqual({});
  });

  it('is what it says otherwise; a section of the same name is the same one', () => {
    const said: SaidOfTerms = {
      ...{
        kind: 'MULTI_PURPOSE',
        authorisedPlaces: 22,
        isAvip: true,
        facilities: [],
        careKinds: ['FLEXIBLE'],
      },
      openingHours: [{ weekday: 1, from: '08:00', to: '19:00' }],
      sections: [
        { ...LISTED, places: 12 },
        { ...LISTED, name: 'Les grands', staff: 2 },
        { ...LISTED, name: 'Les moyens' },
      ],
    };
    expect(changesOfTerms(HELD, said)).toEqual({
      ...said,
      sections: [
        { ...LISTED, id: 's1', places: 12, staff: 3 },
        { ...LISTED, name: 'Les grands', staff: 2 },
        { ...LISTED, name: 'Les moyens', staff: null },
      ],
    });
  });

  it('is what a section keeps for emergencies, where the list says it', () => {
    const line = { weekday: 1, from: '08:00', to: '09:00', places: 2 };
    const kept = { ...HELD, emergencyPlaces: [{ ...line, sectionId: 's1' }] };
    const saying = (emergencyPlaces: (typeof line)[] | null) => ({
      sections: [{ ...LISTED, emergencyPlaces }],
    });
    const changed = (held: CentreTerms, lines: (typeof line)[] | null) =>
      Object.keys(changesOfTerms(held, saying(lines)));
    expect([changed(kept, null), changed(kept, [line]), changed(HELD, [])]).toEqual([[], [], []]);
    const others = [changed(kept, []), changed(HELD, [line]), changed(kept, [{ ...line, places: 1 }])];
    expect(others).toEqual([['sections'], ['sections'], ['sections']]);
  });

  it('is decided already where it holds on the day, or from a later one', () => {
    const later: CentreTerms = { ...HELD, from: '2026-09-01', authorisedPlaces: 30 };
    const day = Temporal.PlainDate.from('2026-03-02');
    expect(isDecided([HELD, later], SAME, day)).toBe(true);
    expect(isDecided([HELD, later], { authorisedPlaces: 30 }, day)).toBe(true);
    expect(isDecided([HELD, later], { authorisedPlaces: 31 }, day)).toBe(false);
    expect(isDecided([HELD, later], SAME, Temporal.PlainDate.from('2026-09-01'))).toBe(false);
    expect(isDecided([later], { authorisedPlaces: 30 }, day)).toBe(true);
  });
});
