import { expect } from '@jest/globals';
import type { TestSubgraph } from '@relais/platform/testing/test-subgraph.ts';
import { coordinator } from '@relais/platform/testing/test-users.ts';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CoverCase } from './cover-cases.ts';
import { registeredWith } from './given-cases.ts';
import type { ChildCase, Stretch, WeeklyCase } from './minute-by-minute.ts';

/** What is noted of a child only when the milestone is over. */
type LaterOfChild = {
  /** Which of its arrangements, in turn. */
  readonly arrangements: readonly boolean[];
  readonly isBirth: boolean;
  /** Days between the milestone and the departure of a child of one family. */
  readonly leftAfterDays: number | null;
  /** Half-hours between the milestone's start and the new calendar of a shared one. */
  readonly calendarAfter: number | null;
  readonly isWithOtherFamily: boolean;
};
export type LaterFacts = readonly LaterOfChild[];

const HALF_HOUR = 1_800_000;
const MOST_CHILDREN = 3;
const ARRANGEMENTS = 9;

export const laterFacts: fc.Arbitrary<LaterFacts> = fc.array(
  fc.record({
    arrangements: fc.array(fc.boolean(), { minLength: ARRANGEMENTS, maxLength: ARRANGEMENTS }),
    isBirth: fc.constantFrom(false, false, true),
    leftAfterDays: fc.constantFrom(null, null, -1, 0, 1),
    calendarAfter: fc.constantFrom(null, null, -4, 0, 1, 3),
    isWithOtherFamily: fc.boolean(),
  }),
  { minLength: MOST_CHILDREN, maxLength: MOST_CHILDREN },
);

const dayOfCase = ({ startsAt }: CoverCase): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO('Europe/Paris').toPlainDate();

/** One that holds on no day is refused, so it is known from the start. */
const holdsOnADay = ({ weekday, startsOn, endsOn }: WeeklyCase): boolean => {
  const first = startsOn.add({ days: (weekday - startsOn.dayOfWeek + 7) % 7 });
  return Temporal.PlainDate.compare(first, endsOn) <= 0;
};

const split = <Fact>(facts: readonly Fact[], areLater: readonly boolean[]) => ({
  known: facts.filter((_, index) => !areLater[index]),
  later: facts.filter((_, index) => areLater[index]),
});

const calendarOf = (
  each: CoverCase,
  later: LaterOfChild,
): (Stretch & { readonly familyId: string }) | null => {
  if (later.calendarAfter === null) return null;
  const first = Math.floor(each.startsAt.getTime() / HALF_HOUR) * HALF_HOUR + later.calendarAfter * HALF_HOUR;
  const familyId = later.isWithOtherFamily ? each.otherFamilyId : each.familyId;
  return { familyId, startsAt: new Date(first), endsAt: new Date(first + 24 * HALF_HOUR) };
};

const cutAt = (child: ChildCase, first: Date) =>
  child.residence
    .filter(({ startsAt }) => startsAt < first)
    .map((period) => ({ ...period, endsAt: period.endsAt < first ? period.endsAt : first }));

/** A child as it was known, as it is known in the end, and what was noted in between. */
const splitChild = (each: CoverCase, child: ChildCase, later: LaterOfChild) => {
  const dated = split(child.dated, later.arrangements);
  const areNotedLater = child.weekly.map(
    (each, index) => holdsOnADay(each) && later.arrangements[child.dated.length + index] === true,
  );
  const weekly = split(child.weekly, areNotedLater);
  const isBorn = later.isBirth && child.birthDate !== null;
  const known = { ...child, dated: dated.known, weekly: weekly.known, ...(isBorn && { birthDate: null }) };
  const calendar = child.isShared ? calendarOf(each, later) : null;
  const leftOn =
    child.isShared || later.leftAfterDays === null
      ? null
      : dayOfCase(each).add({ days: later.leftAfterDays });
  const residence = calendar ? [...cutAt(child, calendar.startsAt), calendar] : child.residence;
  return {
    known,
    after: { ...child, leftOn, residence },
    noted: {
      dated: dated.later,
      weekly: weekly.later,
      birthDate: isBorn ? child.birthDate : null,
      calendar,
      leftOn,
    },
  };
};

export const splitCase = (each: CoverCase, facts: LaterFacts) => {
  const parts = each.children.flatMap((child, index) => {
    const later = facts[index];
    return later ? [splitChild(each, child, later)] : [];
  });
  return {
    known: { ...each, children: parts.map(({ known }) => known) },
    after: { ...each, children: parts.map(({ after }) => after) },
    noted: parts.map(({ noted }) => noted),
  };
};
export type Split = ReturnType<typeof splitCase>;

const hoursOf = ({ kind: _, from, to, ...days }: WeeklyCase) => ({
  ...days,
  from: from.toString({ smallestUnit: 'minute' }),
  to: to.toString({ smallestUnit: 'minute' }),
});

type Mutation = readonly [name: string, input: object];

const versionAfter = (changes: readonly Mutation[]): number => changes.length + 1;

/** What is noted of one child, in the order in which it is noted. */
const mutationsOf = ({ known, noted }: Split, child: ChildCase, index: number): readonly Mutation[] => {
  const { dated = [], weekly = [], birthDate, leftOn, calendar } = noted[index] ?? {};
  const childId = child.id;
  const families = [known.familyId, known.otherFamilyId];
  const otherFamilyId = families.find((id) => id !== registeredWith(known, child, index));
  const births: Mutation[] = birthDate
    ? [['recordBirth', { childId, version: 1, firstName: 'Tom', birthDate, confirmed: true }]]
    : [];
  const departures: Mutation[] = leftOn
    ? [['recordChildDeparture', { childId, version: versionAfter(births), leftOn }]]
    : [];
  const calendars: Mutation[] = calendar
    ? [['shareResidence', { childId, otherFamilyId, version: 1, calendar: [calendar] }]]
    : [];
  return [
    ...dated.map((stay): Mutation => ['recordOwnArrangement', { childId, kind: 'FAMILY', dated: stay }]),
    ...weekly.map(
      (each): Mutation => ['recordOwnArrangement', { childId, kind: each.kind, weekly: hoursOf(each) }],
    ),
    ...births,
    ...departures,
    ...calendars,
  ];
};

/** Notes through the doors all that was not known. */
export const noteLater = async (graph: TestSubgraph, split: Split): Promise<void> => {
  for (const [name, input] of split.known.children.flatMap((child, index) =>
    mutationsOf(split, child, index),
  )) {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const { data, errors } = await graph.query(
      `mutation ($input: ${type}) { ${name}(input: $input) { refusal { reason } } }`,
      { input: JSON.parse(JSON.stringify(input)) },
      coordinator(),
    );
    expect({ name, input, errors, refusal: data?.[name]?.refusal }).toEqual({
      name,
      input,
      errors: [],
      refusal: null,
    });
  }
};
