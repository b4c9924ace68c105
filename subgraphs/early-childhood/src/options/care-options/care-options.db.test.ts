import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@relais/platform/ids.ts';
import { type TestSubgraph, testSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { advisor, caseworker, coordinator } from '@relais/platform/testing/test-users.ts';
import { givenBooking } from '../../care/bookings/booking.builder.ts';
import { givenCentre, givenClosure, givenSection } from '../../centres/centres/centre.builder.ts';
import { givenChild, givenFamily } from '../../families/families/family.builder.ts';
import { subgraph } from '../../subgraph.ts';

const NOW = new Date('2026-03-02T10:00:00+01:00');
const OPTIONS = `query ($need: CareNeedInput!, $first: Int! = 20) {
  careOptions(need: $need, first: $first) {
    startsAt endsAt
    options {
      section { id centre { id } } kind startsAt endsAt isWholeTime score
      reasons { criterion weight value contribution sentence }
    }
    nearestMisses { section { id } obstacles { reason sentence } }
  }
}`;
const MORNING = { startsAt: '2026-03-03T08:00:00.000Z', endsAt: '2026-03-03T11:00:00.000Z' };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(subgraph, { now: NOW });
});
afterAll(() => graph.close());

const ask = async (need: object, as = coordinator(), language: 'fr' | 'en' = 'en') =>
  graph.query(OPTIONS, { need: { kind: 'SHORT_TERM', ...MORNING, ...need } }, as, { language });

const optionsFor = async (need: object) => {
  const { data, errors } = await ask(need);
  expect(errors).toEqual([]);
  return data.careOptions;
};

// biome-ignore lint/suspicious/noExplicitAny: answers are asserted on
const at = (list: readonly any[], sectionId: string) => list.find(({ section }) => section.id === sectionId);

const givenChildAtHome = async () => {
  const { id: familyId } = await givenFamily(graph.db, { latitude: 47.2575, longitude: -1.56547 });
  return givenChild(graph.db, { familyId });
};

describe('care options', () => {
  it('name every criterion, its weight and what it contributed', async () => {
    const { id: sectionId, centreId } = await givenSection(graph.db);
    const { id: childId } = await givenChildAtHome();
    await givenBooking(graph.db, {
      childId,
      sectionId,
      startsAt: new Date('2026-02-03T09:00:00+01:00'),
      endsAt: new Date('2026-02-03T12:00:00+01:00'),
    });

    const { options } = await optionsFor({ childId, rankedCentreIds: [newId(), centreId] });
    const option = at(options, sectionId);

    expect(option).toMatchObject({ ...MORNING, kind: 'SHORT_TERM', isWholeTime: true, score: 98 });
    expect(option.reasons).toEqual([
      {
        criterion: 'WHOLE_TIME',
        weight: 40,
        value: 1,
        contribution: 40,
        sentence: 'Fits the whole time asked for.',
      },
      {
        criterion: 'OPENING_HOURS',
        weight: 5,
        value: 1,
        contribution: 5,
        sentence: 'Open all the while.',
      },
      {
        criterion: 'AGE',
        weight: 5,
        value: 1,
        contribution: 5,
        sentence: 'The section takes children from 2 to 72 months.',
      },
      {
        criterion: 'DISTANCE',
        weight: 20,
        value: 1,
        contribution: 20,
        sentence: 'Less than 1 km from home.',
      },
      {
        criterion: 'KNOWN_CENTRE',
        weight: 20,
        value: 1,
        contribution: 20,
        sentence: 'The child knows this centre.',
      },
      {
        criterion: 'FACILITIES',
        weight: 0,
        value: 1,
        contribution: 0,
        sentence: 'No particular facility is needed.',
      },
      {
        criterion: 'RANKED_CHOICE',
        weight: 10,
        value: 0.8,
        contribution: 8,
        sentence: 'Choice number 2 of the family.',
      },
    ]);
  });

  it('come best first, and those that fit in part last, with the part', async () => {
    const far = await givenSection(graph.db, {
      centreId: (await givenCentre(graph.db, { latitude: 47.21, longitude: -1.55 })).id,
    });
    const near = await givenSection(graph.db);
    const half = await givenSection(graph.db, { places: 1 });
    await givenBooking(graph.db, { sectionId: half.id, startsAt: new Date('2026-03-03T10:30:00+01:00') });

    const { options } = await optionsFor({ childId: (await givenChildAtHome()).id });
    const order = [near, far, half].map(({ id }) => options.indexOf(at(options, id)));

    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(at(options, half.id)).toMatchObject({
      isWholeTime: false,
      startsAt: MORNING.startsAt,
      endsAt: '2026-03-03T09:30:00.000Z',
    });
    expect(at(options, half.id).reasons[0].sentence).toBe('Fits from 09:00 to 10:30 only.');
  });

  it('are told in French unless told otherwise, and cost six statements, two of them for who may ask', async () => {
    await givenSection(graph.db);
    const { id: childId } = await givenChildAtHome();
    const { data } = await ask({ childId }, caseworker(), 'fr');

    expect(data.careOptions.options[0].reasons[0].sentence).toBe('Convient pour tout le temps demandé.');
    expect(await graph.statements(() => ask({ childId }))).toBe(6);
  });

  it('round the need outward to half-hours', async () => {
    const { id: childId } = await givenChildAtHome();
    const odd = { startsAt: '2026-03-03T08:10:00Z', endsAt: '2026-03-03T10:40:00Z' };

    expect(await optionsFor({ childId, ...odd })).toMatchObject(MORNING);
  });
});

describe('when nothing fits', () => {
  it('the nearest misses say what would make them fit', async () => {
    const { id: closedCentre } = await givenCentre(graph.db, { facilities: ['MEALS', 'SENSORY_ROOM'] });
    await givenClosure(graph.db, closedCentre, ['2026-03-02', '2026-03-03']);
    const closed = await givenSection(graph.db, { centreId: closedCentre });
    const { id: centreId } = await givenCentre(graph.db, { facilities: ['SENSORY_ROOM'] });
    const full = await givenSection(graph.db, { centreId, places: 1 });
    const { id: otherCentre } = await givenCentre(graph.db, { facilities: ['SENSORY_ROOM'] });
    const forOlder = await givenSection(graph.db, { centreId: otherCentre, minAgeMonths: 24 });
    await givenSection(graph.db, { centreId, maxAgeMonths: 18 });
    await givenBooking(graph.db, { sectionId: full.id });
    const { id: childId } = await givenChildAtHome();

    const { options, nearestMisses } = await optionsFor({ childId, facilities: ['SENSORY_ROOM'] });

    expect(options).toEqual([]);
    expect(at(nearestMisses, full.id).obstacles).toEqual([
      {
        reason: 'SECTION_FULL',
        sentence: 'The section is full from 09:00 to 12:00: would fit at another time.',
      },
    ]);
    expect(at(nearestMisses, closed.id).obstacles).toEqual([
      { reason: 'CENTRE_CLOSED', sentence: 'Closed that day: would fit on 4 March 2026.' },
    ]);
    expect(at(nearestMisses, forOlder.id).obstacles).toEqual([
      {
        reason: 'CHILD_TOO_YOUNG',
        sentence:
          'The child has not reached the age of this section (24 months, and ten weeks at least): care can start on 1 June 2026 at the earliest.',
      },
    ]);
  });
});

describe('a need that cannot be', () => {
  it.each([
    ['ends before it starts', { endsAt: MORNING.startsAt }, 'endsAt', 'la fin doit venir après'],
    ['lasts over night', { endsAt: '2026-03-04T08:00:00Z' }, 'endsAt', 'un besoin tient dans une journée'],
    [
      'is over',
      { startsAt: '2026-03-01T08:00:00Z', endsAt: '2026-03-01T09:00:00Z' },
      'endsAt',
      'cette heure est passée.',
    ],
    [
      'has too many choices',
      { rankedCentreIds: Array.from({ length: 9 }, newId) },
      'rankedCentreIds',
      '8 choix au plus.',
    ],
  ])('when it %s is named, in the language of the reader', async (_case, flaw, field, words) => {
    const { errors } = await ask({ childId: newId(), ...flaw }, coordinator(), 'fr');
    const argument = `need.${field}`;
    expect(errors).toMatchObject([
      { message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT', argument } },
    ]);
  });

  it('or of more than 20 options', async () => {
    const need = { childId: newId(), kind: 'SHORT_TERM', ...MORNING };
    const { errors } = await graph.query(OPTIONS, { need, first: 21 }, coordinator());
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
  });

  it('of a child that is not known is absent, and an advisor may not ask', async () => {
    expect((await ask({ childId: newId() })).data.careOptions).toBeNull();
    const { errors } = await ask({ childId: newId() }, advisor());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
