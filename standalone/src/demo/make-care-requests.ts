import { lapseAt } from '@relais/early-childhood/requests/care-requests/confirmation.rules.ts';
import { type CareDesk, type DemoCentre, nameOfPlace } from './care-desk.ts';
import type { CareKind, DemoChild, DemoFamily, DemoPlacement, WeeklyLine } from './demo-family.ts';
import type { DemoCareRequest, RequestStatus } from './demo-life.ts';
import type { Maker } from './make-people.ts';

/** What a request came to, or that its family was asked whether it needs the care still. */
export type RequestStep = RequestStatus | 'NOTICE';

/** The way a request went, first to last. Each status but the first is a step of `nextRequestStatuses`. */
export type RequestPath = readonly RequestStatus[];

/** How requests of children without a place stand, as often as they are listed. */
const paths: readonly RequestPath[] = [
  ['SUBMITTED'],
  ['SUBMITTED'],
  ['SUBMITTED'],
  ['SUBMITTED', 'ALTERNATIVE_PROPOSED'],
  ['SUBMITTED'],
  ['SUBMITTED', 'REFUSED'],
  ['SUBMITTED', 'WITHDRAWN'],
  ['SUBMITTED', 'ALTERNATIVE_PROPOSED', 'WITHDRAWN'],
];
const PLACED: RequestPath = ['SUBMITTED', 'OFFERED', 'ACCEPTED', 'PLACED'];

export type PathOfRequest = {
  readonly request: DemoCareRequest;
  readonly path: readonly RequestStep[];
  /** When each step was taken, where it is not about a week after the one before. */
  readonly takenAt?: readonly Date[];
  /** Section and centre that were offered. */
  readonly place?: string;
};

const REFUSAL = 'Les places demandées sont hors de Nantes.';
const ALTERNATIVE = 'Une assistante maternelle du quartier a une place dès maintenant.';
const CONTACT = 'Relais petite enfance du quartier, 02 40 00 00 00';

const texts = (status: RequestStatus, path: RequestPath) => ({
  refusalReason: status === 'REFUSED' ? REFUSAL : null,
  alternative: path.includes('ALTERNATIVE_PROPOSED') ? ALTERNATIVE : null,
  alternativeContact: path.includes('ALTERNATIVE_PROPOSED') ? CONTACT : null,
});

type Need = Pick<
  DemoCareRequest,
  'kind' | 'firstDay' | 'lastDay' | 'weeklyPattern' | 'stretches' | 'emergencyReason'
>;

const patterns: readonly (readonly WeeklyLine[])[] = [
  [1, 2, 4, 5].map((weekday) => ({ weekday, from: '08:30', to: '16:30' })),
  [1, 4].map((weekday) => ({ weekday, from: '08:30', to: '12:30' })),
  [2, 3].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
];

const weeklyNeed = ({ random, calendar }: Maker, kind: CareKind, leastDays: number): Need => {
  const monday = 8 - calendar.today.dayOfWeek + 7 * Math.ceil(leastDays / 7) + 7 * random.between(0, 5);
  const firstDay = calendar.dayAt(monday).day;
  return {
    kind,
    firstDay,
    lastDay: firstDay.add({ months: random.between(4, 10) }),
    weeklyPattern: random.pick(patterns),
    stretches: [],
    emergencyReason: null,
  };
};

const MOST_DAYS_AHEAD = 21;

const datedNeed = ({ random, calendar }: Maker, kind: CareKind): Need => {
  const least = kind === 'EMERGENCY' ? 1 : 7;
  const ahead = Array.from({ length: MOST_DAYS_AHEAD }, (_, index) => calendar.dayAt(least + index));
  const day = ahead.find(({ isWorking }) => isWorking) ?? calendar.dayAt(least);
  const startsAt = day.at(random.pick([510, 540, 570]));
  return {
    kind,
    firstDay: day.day,
    lastDay: day.day,
    weeklyPattern: [],
    stretches: [{ startsAt, endsAt: day.at(random.pick([720, 750, 960])) }],
    emergencyReason: kind === 'EMERGENCY' ? random.pick(['ILLNESS', 'UNEXPECTED_WORK'] as const) : null,
  };
};

const KINDS = ['LONG_TERM', 'LONG_TERM', 'LONG_TERM', 'FLEXIBLE', 'SHORT_TERM', 'EMERGENCY'] as const;
/** No centre takes a child of less than 10 weeks. */
const YOUNGEST_DAYS = 70;
const DAYS_BEFORE_URGENT = 1;

const needOf = (maker: Maker, { birthDate }: DemoChild): Need => {
  const oldEnoughIn = birthDate ? YOUNGEST_DAYS - birthDate.until(maker.calendar.today).days : 0;
  const kind = oldEnoughIn > 0 ? 'LONG_TERM' : maker.random.pick(KINDS);
  const isWeekly = kind === 'LONG_TERM' || kind === 'FLEXIBLE';
  return isWeekly ? weeklyNeed(maker, kind, Math.max(0, oldEnoughIn)) : datedNeed(maker, kind);
};

/** Up to three centres of the family's own district. */
const choicesOf = (maker: Maker, centres: readonly DemoCentre[], districtId: string): string[] => {
  const near = centres.filter((centre) => centre.districtId === districtId).map(({ id }) => id);
  const first = near.length > 1 ? maker.random.between(0, near.length - 1) : 0;
  return [...near.slice(first), ...near.slice(0, first)].slice(0, 3);
};

const AFTERNOON = 14 * 60;

const waiting = (maker: Maker, child: DemoChild, rankedCentreIds: string[]): PathOfRequest => {
  const need = needOf(maker, child);
  const path = need.kind === 'EMERGENCY' ? paths[0] : maker.random.pick(paths);
  const way = path ?? ['SUBMITTED'];
  const status = way.at(-1) ?? 'SUBMITTED';
  const daysAgo = need.kind === 'EMERGENCY' ? DAYS_BEFORE_URGENT : maker.random.between(4, 60);
  const request = {
    id: maker.newId(),
    childId: child.id,
    status,
    ...need,
    rankedCentreIds,
    submittedAt: maker.calendar.dayAt(-daysAgo).at(AFTERNOON),
    noticeSentAt: null,
    ...texts(status, way),
    version: way.length,
  };
  return { request, path: way };
};

/** What a placement was asked for by; it was given a month later. */
const placed = (
  maker: Maker,
  placement: DemoPlacement,
  rankedCentreIds: string[],
  desk: CareDesk,
): PathOfRequest => {
  const { calendar, random, newId } = maker;
  const startsIn = calendar.today.until(placement.startsOn).days;
  const submitted = Math.min(startsIn, 0) - random.between(40, 70);
  const request = {
    id: newId(),
    childId: placement.childId,
    kind: placement.kind,
    status: 'PLACED' as const,
    firstDay: placement.startsOn,
    lastDay: placement.endsOn,
    weeklyPattern: placement.weeklyPattern,
    stretches: [],
    emergencyReason: null,
    rankedCentreIds,
    submittedAt: calendar.dayAt(submitted).at(AFTERNOON),
    noticeSentAt: null,
    ...texts('PLACED', PLACED),
    version: PLACED.length,
  };
  return { request, path: PLACED, place: nameOfPlace(desk, placement) };
};

/** This family's child waits for no place, on whatever day the city is made: its request was given up. */
export const UNANSWERED_FAMILY = 26;
/** Days ago. The notice came when the family's word was nearly six months old. */
const UNANSWERED = { submitted: 240, noticed: 68 };

/** The same request, made earlier and given up without a word. Nothing is drawn for it, and all else stays as it is. */
const unanswered = ({ calendar }: Maker, made: PathOfRequest): PathOfRequest => {
  const { status, weeklyPattern } = made.request;
  if (status !== 'WITHDRAWN' || weeklyPattern.length === 0) return made;
  const submittedAt = calendar.dayAt(-UNANSWERED.submitted).at(AFTERNOON);
  const noticeSentAt = calendar.dayAt(-UNANSWERED.noticed).at(AFTERNOON);
  const lapsedAt = lapseAt({ confirmedAt: submittedAt, noticeSentAt }) ?? noticeSentAt;
  const takenAt = [submittedAt, noticeSentAt, lapsedAt];
  return {
    request: { ...made.request, submittedAt, noticeSentAt, status: 'LAPSED', version: takenAt.length },
    path: ['SUBMITTED', 'NOTICE', 'LAPSED'],
    takenAt,
  };
};

const OFTEN = 0.8;
const OLDEST_MONTHS = 36;

const mayWait = (family: DemoFamily, { id, birthDate }: DemoChild, { calendar }: Maker): boolean =>
  birthDate !== null &&
  birthDate.until(calendar.today, { largestUnit: 'months' }).months < OLDEST_MONTHS &&
  family.shared.every(({ childId }) => childId !== id) &&
  family.placements.every(({ childId }) => childId !== id);

/** A request behind each placement, and those of young children who have none. */
export const makeCareRequests = (
  maker: Maker,
  family: DemoFamily,
  desk: CareDesk,
  familyNumber: number,
): PathOfRequest[] => {
  const choices = choicesOf(maker, desk.centres, family.districtId);
  const young = family.children.filter((child) => mayWait(family, child, maker));
  const given = family.placements.map((placement) => placed(maker, placement, choices, desk));
  const asked = young.filter(() => maker.random.chance(OFTEN)).map((child) => waiting(maker, child, choices));
  return [
    ...given,
    ...(familyNumber === UNANSWERED_FAMILY ? asked.map((each) => unanswered(maker, each)) : asked),
  ];
};
