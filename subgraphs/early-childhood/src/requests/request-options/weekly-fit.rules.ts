import type { Period } from '@relais/platform/time/periods.rules.ts';
import { minutesOf, overlapOf } from '@relais/platform/time/periods.rules.ts';
import { OLDEST, YOUNGEST } from '../../care/bookings/booking.rules.ts';
import type { Statement } from '../../care/place-explanations/statement.ts';
import { openPart } from '../../centres/centres/closed-time.rules.ts';
import type { Section } from '../../centres/centres/section.ts';
import { missingFacilities } from '../../options/care-options/care-fit.rules.ts';
import type { MissReason } from '../../options/care-options/care-miss-reason.ts';
import {
  type CandidateSection,
  type MissKey,
  type MissObstacle,
  statementOf,
} from '../../options/care-options/care-options.rules.ts';
import type { CentreFacts, Fullness } from '../../options/care-options/option-facts.ts';
import type { Line, LineStay, WeeklyDemand } from './weekly-demand.rules.ts';

/** When a centre has no place left on a day. */
export type FullnessOnDay = (centreId: string, day: string) => Fullness;

/** The lines during which a centre is open without a break. */
export const openLines = ({ lines, timeOf }: WeeklyDemand, { openingHours }: CentreFacts): Line[] =>
  lines.filter(({ hours, from, to }) =>
    openingHours.some(
      (open) => open.weekday === hours.weekday && timeOf(open.from) <= from && to <= timeOf(open.to),
    ),
  );

/** What closures leave of a stay; most days have none, which is seen from their texts. */
const leftOpen = ({ closures }: CentreFacts) => {
  const closed = closures.map(({ startsOn, endsOn }) => [startsOn.toString(), endsOn.toString()] as const);
  const isTouched = (day: string): boolean => closed.some(([from, to]) => from <= day && day <= to);
  return (stay: LineStay): LineStay | null => {
    if (!isTouched(stay.day)) return stay;
    const left = openPart(stay, closures);
    return left && { ...stay, ...left };
  };
};

/** What closures of the centre leave of the stays of a line. */
const openStays = ({ stays }: Line, centre: CentreFacts): LineStay[] => {
  const leftOf = leftOpen(centre);
  return stays.flatMap((stay) => leftOf(stay) ?? []);
};

/** The lines that a centre could take if places were free. */
export const possibleLines = (demand: WeeklyDemand, centre: CentreFacts): Line[] => {
  const leftOf = leftOpen(centre);
  return openLines(demand, centre).filter(({ busyStays }) => busyStays.every((stay) => !leftOf(stay)));
};

/** The days on which the centre would look after the child, first to last; none when it is closed on all of them. */
const daysOfCare = (lines: readonly Line[], centre: CentreFacts): string[] =>
  lines.flatMap((line) => openStays(line, centre).map(({ day }) => day)).sort();

const isTooYoungOn = ({ first }: WeeklyDemand, { minAgeMonths }: Section, day: string): boolean =>
  [YOUNGEST, { months: minAgeMonths }].some((age) => day < first.birthdayOf(age));

const isTooOldOn = ({ first }: WeeklyDemand, { maxAgeMonths }: Section, day: string): boolean =>
  [OLDEST, { months: maxAgeMonths }].some((age) => day >= first.birthdayOf(age));

const closedUntil = ({ closures }: CentreFacts): string =>
  String(
    closures
      .map(({ endsOn }) => endsOn.toString())
      .sort()
      .at(-1),
  );

type Check = readonly [stands: boolean, reason: MissReason, told: () => Statement<MissKey>];

/** What of a centre does not depend on which section is looked at. */
type CentreOfWeek = {
  readonly centre: CentreFacts;
  readonly open: readonly Line[];
  readonly possible: readonly Line[];
  readonly isShut: boolean;
  /** The first and the last day of care. */
  readonly from: string | undefined;
  readonly to: string | undefined;
};

const centreOfWeek = (demand: WeeklyDemand, centre: CentreFacts): CentreOfWeek => {
  const open = openLines(demand, centre);
  const possible = possibleLines(demand, centre);
  const openDays = daysOfCare(possible, centre);
  const days = openDays.length > 0 ? openDays : daysOfCare(demand.lines, { ...centre, closures: [] });
  const isShut = possible.length > 0 && openDays.length === 0;
  return { centre, open, possible, isShut, from: days.at(0), to: days.at(-1) };
};

const checksOf = (demand: WeeklyDemand, section: Section, ofCentre: CentreOfWeek): Check[] => {
  const { centre, open, possible, isShut, from, to } = ofCentre;
  const place = { centre, section };
  const { first } = demand;
  const asTold = (reason: MissReason) => () => statementOf(reason, first, place);
  return [
    [!centre.careKinds.includes(first.need.kind), 'CARE_KIND_NOT_OFFERED', asTold('CARE_KIND_NOT_OFFERED')],
    [open.length === 0, 'OUTSIDE_OPENING_HOURS', () => ({ key: 'CLOSED_IN_THAT_WEEK' })],
    [
      isShut,
      'CENTRE_CLOSED',
      () => ({ key: 'CENTRE_CLOSED_UNTIL', parameters: { day: closedUntil(centre) } }),
    ],
    [from !== undefined && isTooYoungOn(demand, section, from), 'CHILD_TOO_YOUNG', asTold('CHILD_TOO_YOUNG')],
    [to !== undefined && isTooOldOn(demand, section, to), 'CHILD_TOO_OLD', asTold('CHILD_TOO_OLD')],
    [missingFacilities(first, centre).length > 0, 'FACILITY_MISSING', asTold('FACILITY_MISSING')],
    [open.length > 0 && possible.length === 0, 'CHILD_ALREADY_BOOKED', asTold('CHILD_ALREADY_BOOKED')],
  ];
};

/** A section with what keeps it from being an option however many places are free. */
export type JudgedSection = CandidateSection & { readonly obstacles: readonly MissObstacle[] };

/** The sections of a centre, and the lines that it could take and is open for. */
export const judgedSections = (demand: WeeklyDemand, centre: CentreFacts) => {
  const ofCentre = centreOfWeek(demand, centre);
  const sections = centre.sections.map((section): JudgedSection => {
    const stand = checksOf(demand, section, ofCentre).filter(([stands]) => stands);
    const obstacles = stand.map(([, reason, told]) => ({ reason, told: told() }));
    return { centre, section, obstacles };
  });
  return { sections, possible: ofCentre.possible };
};

type Full = { readonly reason: 'SECTION_FULL' | 'CENTRE_FULL'; readonly stay: LineStay };

const touches = (full: readonly Period[], stay: Period): boolean =>
  full.some((each) => overlapOf(each, stay));

/** Why a section has no place during a stay; `null` when it has one. */
const fullDuring = (stay: LineStay, { section }: CandidateSection, fullness: Fullness): Full | null => {
  const sections = fullness.sections.filter(({ sectionId }) => sectionId === section.id);
  if (touches(sections, stay)) return { reason: 'SECTION_FULL', stay };
  return touches([...fullness.planned, ...fullness.everyone], stay) ? { reason: 'CENTRE_FULL', stay } : null;
};

const fullKeys = {
  SECTION_FULL: 'SECTION_FULL_ON_DAYS',
  CENTRE_FULL: 'CENTRE_FULL_ON_DAYS',
} as const satisfies Record<Full['reason'], MissKey>;

const fullObstacle = ([{ reason, stay }, count]: readonly [Full, number]): MissObstacle => ({
  reason,
  told: {
    key: fullKeys[reason],
    parameters: { days: count, day: stay.day, from: stay.startsAt.getTime(), to: stay.endsAt.getTime() },
  },
});

export type WeeklyFit = { readonly lines: readonly Line[]; readonly obstacles: readonly MissObstacle[] };

/** Minutes that are left in weeks of which earlier lines took some, by their Monday. */
type Weeks = Map<string, number>;
type MinutesLeft = (stay: LineStay) => number;

/** The first stay that the weeks no longer allow; `null` when they allow all, which then count as taken. */
const stayBeyondWeeks = (
  stays: readonly LineStay[],
  minutesLeft: MinutesLeft,
  left: Weeks,
): LineStay | null => {
  const after = new Map(left);
  for (const stay of stays) {
    const minutes = (after.get(stay.monday) ?? minutesLeft(stay)) - minutesOf(stay);
    if (minutes < 0) return stay;
    after.set(stay.monday, minutes);
  }
  for (const [monday, minutes] of after) left.set(monday, minutes);
  return null;
};

/** What keeps a line from fitting; `null` when it fits, and its hours then count as taken. */
const obstacleOf = (
  stays: readonly LineStay[],
  place: CandidateSection,
  fullnessOn: FullnessOnDay,
  left: Weeks,
): MissObstacle | null => {
  const full = stays.flatMap((stay) => fullDuring(stay, place, fullnessOn(place.centre.id, stay.day)) ?? []);
  const [firstFull] = full;
  if (firstFull) return fullObstacle([firstFull, full.length]);
  const minutesLeft: MinutesLeft = ({ day }) => fullnessOn(place.centre.id, day).weekMinutesLeft;
  const beyond = stayBeyondWeeks(stays, minutesLeft, left);
  if (!beyond) return null;
  return { reason: 'CENTRE_WEEK_FULL', told: { key: 'WEEK_FULL_FROM', parameters: { day: beyond.monday } } };
};

/** The lines that a section can take on every open day of the period, and what stands in the way of the others. */
export const fitOfWeek = (
  demand: WeeklyDemand,
  place: CandidateSection,
  fullnessOn: FullnessOnDay,
): WeeklyFit => {
  const left: Weeks = new Map();
  const judged = possibleLines(demand, place.centre).map((line) => ({
    line,
    obstacle: obstacleOf(openStays(line, place.centre), place, fullnessOn, left),
  }));
  return {
    lines: judged.filter(({ obstacle }) => obstacle === null).map(({ line }) => line),
    obstacles: judged.flatMap(({ obstacle }) => obstacle ?? []),
  };
};
