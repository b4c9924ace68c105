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
    ['Maison d’assistantes maternelles', null],
    ['Lieu d’accueil enfants-parents', null],
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
  const centres = [
    { id: 'squirrels', ...PLACED },
    { id: 'otters', name: 'Les Loutres', street: '3 quai Vert' },
  ];
  const unlinked = { centres, linked: new Map<string, string>() };

  it('is the one it was before, whatever it is called now', () => {
    const linked = new Map([['id 7', 'otters']]);
    expect(centreMeant({ name: 'Autre', street: 'Ailleurs', sourceId: '7' }, { centres, linked })).toBe(
      'otters',
    );
  });

  it('is the one of that name in that street, unless the source has another id for it', () => {
    const byId = { centres, linked: new Map([['id 8', 'squirrels']]) };
    const byPlace = { centres, linked: new Map([[listKey(PLACED), 'squirrels']]) };
    expect(centreMeant({ ...PLACED, sourceId: '8' }, unlinked)).toBe('squirrels');
    expect(centreMeant({ ...PLACED, sourceId: '9' }, byId)).toBeNull();
    expect(centreMeant({ ...PLACED, sourceId: '9' }, byPlace)).toBe('squirrels');
    expect(centreMeant(PLACED, byId)).toBe('squirrels');
    expect(centreMeant({ name: 'Les Lynx', street: '1 rue Haute' }, unlinked)).toBeNull();
  });

  it('is not guessed between two', () => {
    const twice = { centres: [...centres, { id: 'again', ...PLACED }], linked: new Map<string, string>() };
    expect(centreMeant(PLACED, twice)).toBe('TWICE');
  });
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
