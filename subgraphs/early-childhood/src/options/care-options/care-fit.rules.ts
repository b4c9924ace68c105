import { dayOf, instantAt, isoWeekday } from '@relais/platform/time/civil-time.ts';
import { isBefore, isDuring, nextMonday } from '@relais/platform/time/days.rules.ts';
import { bookablePart, roundedOutward } from '@relais/platform/time/half-hours.rules.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { longestOf, minutesOf, overlapOf, without } from '@relais/platform/time/periods.rules.ts';
import { Temporal } from 'temporal-polyfill';
import { OLDEST, YOUNGEST } from '../../care/bookings/booking.rules.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import { openPart } from '../../centres/centres/closed-time.rules.ts';
import type { Section } from '../../centres/centres/section.ts';
import { kindByNotice, type Notice } from '../../centres/city-settings/notice.rules.ts';
import type { Gap } from '../../cover/childcare-cover/childcare-cover.ts';
import type { MissReason } from './care-miss-reason.ts';
import type { CareNeed, CentreFacts, Fullness, NeedFacts } from './option-facts.ts';

export type FullReason = Extract<
  MissReason,
  'CHILD_ALREADY_BOOKED' | 'SECTION_FULL' | 'CENTRE_FULL' | 'CENTRE_WEEK_FULL'
>;

export type NeedProblem = 'ENDS_BEFORE_IT_STARTS' | 'NOT_WITHIN_ONE_DAY' | 'OVER_ALREADY';

/** The half-hours to book for a need, or why there are none. */
export const neededPart = (
  asked: Period & { readonly kind: CareKind },
  now: Date,
): Period | { readonly problem: NeedProblem } => {
  if (asked.endsAt <= asked.startsAt) return { problem: 'ENDS_BEFORE_IT_STARTS' };
  const { startsAt, endsAt } = roundedOutward(asked);
  const lastMoment = new Date(endsAt.getTime() - 1);
  if (!dayOf(startsAt).equals(dayOf(lastMoment))) return { problem: 'NOT_WITHIN_ONE_DAY' };
  const atOnce = asked.kind === 'EMERGENCY';
  return bookablePart(asked, now, { atOnce }) ?? { problem: 'OVER_ALREADY' };
};

/** What can still be booked of a gap; `null` once it is over. */
export const needOfGap = (
  { childId, familyId, ...gap }: Omit<Gap, 'child'>,
  now: Date,
  notice: Notice,
): CareNeed | null => {
  // So near, it is an emergency.
  const part = bookablePart(gap, now, { atOnce: true });
  if (!part) return null;
  const kind = kindByNotice(part.startsAt, now, notice);
  return { ...part, childId, familyId, kind, facilities: [], rankedCentreIds: [] };
};

/** As ages are said of sections, and of children who are too young or too old for any. */
export type Age = { readonly weeks: number } | { readonly months: number } | { readonly years: number };

const textOf = (age: Age): string => {
  if ('weeks' in age) return `P${age.weeks}W`;
  return 'months' in age ? `P${age.months}M` : `P${age.years}Y`;
};

/** What a need asks of every centre, computed once. */
export type Demand = NeedFacts & {
  readonly day: Temporal.PlainDate;
  readonly hoursOf: (centre: CentreFacts) => readonly Period[];
  /** The parts of the need that lie in the usual hours of a centre. */
  readonly usualPartsOf: (centre: CentreFacts) => readonly Period[];
  /** The parts of the need during which a centre is open. */
  readonly openPartsOf: (centre: CentreFacts) => readonly Period[];
  readonly isClosedIn: (centre: CentreFacts) => boolean;
  readonly isBusyAllThrough: boolean;
  /** The day on which the child has an age, as text. */
  readonly birthdayOf: (age: Age) => string;
  readonly hasReached: (age: Age) => boolean;
  /** Whether it will have so many months later. */
  readonly hasReachedIn: (months: number, age: Age) => boolean;
};

/** The same is asked of most sections, so each answer is kept. */
export const remembered = <Question, Answer>(
  answer: (question: Question) => Answer,
): ((question: Question) => Answer) => {
  const known = new Map<Question, Answer>();
  return (question) => {
    const found = known.get(question);
    if (found !== undefined) return found;
    const answered = answer(question);
    known.set(question, answered);
    return answered;
  };
};

/** Closures leave nothing of what a centre could have taken of a need. */
const isClosedDuring = (
  parts: readonly Period[],
  need: Period,
  { closures }: CentreFacts,
  day: Temporal.PlainDate,
): boolean =>
  closures.some((closure) => isDuring(day, closure)) &&
  (parts.length > 0 ? parts : [need]).every((part) => !openPart(part, closures));

/** Civil time is dear to compute and the same for most centres. */
export const demandOf = (facts: NeedFacts): Demand => {
  const { need, child } = facts;
  const day = dayOf(need.startsAt);
  const weekday = isoWeekday(day);
  const instant = remembered((time: string) => instantAt(day, time));
  // Ages are the same few, and text compares fast.
  const birthday = remembered((age: string) => child.age.since.add(Temporal.Duration.from(age)).toString());
  const birthdayOf = (age: Age): string => birthday(textOf(age));
  const later = remembered((months: number) => day.add({ months }).toString());
  const hoursOf = remembered(({ openingHours }: CentreFacts) =>
    openingHours
      .filter((line) => line.weekday === weekday)
      .map(({ from, to }) => ({ startsAt: instant(from), endsAt: instant(to) })),
  );
  const usualPartsOf = remembered((centre: CentreFacts) =>
    hoursOf(centre).flatMap((hours) => overlapOf(hours, need) ?? []),
  );
  const hasReachedIn = (months: number, age: Age): boolean => birthdayOf(age) <= later(months);
  return {
    ...facts,
    day,
    hoursOf,
    usualPartsOf,
    openPartsOf: remembered((centre) =>
      usualPartsOf(centre).flatMap((part) => openPart(part, centre.closures) ?? []),
    ),
    isClosedIn: remembered((centre) => isClosedDuring(usualPartsOf(centre), need, centre, day)),
    isBusyAllThrough: without([need], child.busy).length === 0,
    birthdayOf,
    hasReached: (age) => hasReachedIn(0, age),
    hasReachedIn,
  };
};

/** Long-term care starts on this day or later. */
export const earliestLongTermDay = (now: Date): Temporal.PlainDate => nextMonday(dayOf(now));

const isTooEarly = ({ need, day, now }: Demand): boolean =>
  need.kind === 'LONG_TERM' && isBefore(day, earliestLongTermDay(now));

export const missingFacilities = ({ need }: Demand, centre: CentreFacts): CentreFacts['facilities'] =>
  need.facilities.filter((facility) => !centre.facilities.includes(facility));

/** The parts of a need during which a centre is open. */
export const openParts = (demand: Demand, centre: CentreFacts): readonly Period[] =>
  demand.openPartsOf(centre);

const isTooYoung = ({ hasReached }: Demand, { minAgeMonths }: Section): boolean =>
  !hasReached(YOUNGEST) || !hasReached({ months: minAgeMonths });

const isTooOld = ({ hasReached }: Demand, { maxAgeMonths }: Section): boolean =>
  hasReached(OLDEST) || hasReached({ months: maxAgeMonths });

type LastingObstacle = readonly [
  MissReason,
  (demand: Demand, centre: CentreFacts, section: Section) => boolean,
];

/** What keeps a section from being an option however many places are free. */
const lastingObstacles: readonly LastingObstacle[] = [
  ['STARTS_BEFORE_NEXT_MONDAY', isTooEarly],
  ['CHILD_ALREADY_BOOKED', ({ isBusyAllThrough }) => isBusyAllThrough],
  ['CARE_KIND_NOT_OFFERED', ({ need }, { careKinds }) => !careKinds.includes(need.kind)],
  ['OUTSIDE_OPENING_HOURS', ({ usualPartsOf }, centre) => usualPartsOf(centre).length === 0],
  ['CENTRE_CLOSED', ({ isClosedIn }, centre) => isClosedIn(centre)],
  ['CHILD_TOO_YOUNG', (demand, _centre, section) => isTooYoung(demand, section)],
  ['CHILD_TOO_OLD', (demand, _centre, section) => isTooOld(demand, section)],
  ['FACILITY_MISSING', (demand, centre) => missingFacilities(demand, centre).length > 0],
];

export const lastingMisses = (demand: Demand, centre: CentreFacts, section: Section): MissReason[] =>
  lastingObstacles.filter(([, stands]) => stands(demand, centre, section)).map(([reason]) => reason);

/** The longest stretch of a need that a section can take, or why it can take none. */
export type Fit =
  | { readonly stretch: Period }
  | { readonly reason: FullReason; readonly full: Period | undefined };

const fullDuring = (full: readonly Period[], parts: readonly Period[]): Period | undefined =>
  full.find((each) => parts.some((part) => overlapOf(part, each)));

export const fitOf = (demand: Demand, centre: CentreFacts, section: Section, fullness: Fullness): Fit => {
  const parts = without(openParts(demand, centre), demand.child.busy);
  if (parts.length === 0) return { reason: 'CHILD_ALREADY_BOOKED', full: undefined };

  const isPlanned = demand.need.kind !== 'EMERGENCY';
  const sectionFull = isPlanned ? fullness.sections.filter(({ sectionId }) => sectionId === section.id) : [];
  const inSection = without(parts, sectionFull);
  if (inSection.length === 0) return { reason: 'SECTION_FULL', full: fullDuring(sectionFull, parts) };

  const centreFull = isPlanned ? [...fullness.everyone, ...fullness.planned] : fullness.everyone;
  const stretch = longestOf(without(inSection, centreFull));
  if (!stretch) return { reason: 'CENTRE_FULL', full: fullDuring(centreFull, parts) };
  if (minutesOf(stretch) > fullness.weekMinutesLeft) return { reason: 'CENTRE_WEEK_FULL', full: undefined };
  return { stretch };
};
