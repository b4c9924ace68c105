import { addDays, instantOf, isDay, minutesOfClock } from '../../time/city-time.rules.ts';
import { isInOrder, lackOfWeek, patternOf, type WeekdayDraft } from '../../time/week.rules.ts';

export const KINDS = ['LONG_TERM', 'FLEXIBLE', 'SHORT_TERM', 'EMERGENCY'] as const;
export type Kind = (typeof KINDS)[number];

/** A milestone as the reason is asked for from the milestone, where its hours are known. */
export const REASONS = ['ILLNESS', 'UNEXPECTED_WORK', 'OTHER'] as const;
export type Reason = (typeof REASONS)[number];

export type StretchDraft = {
  readonly key: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
};

export type Draft = {
  readonly kind: Kind;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Monday to Saturday. */
  readonly week: readonly WeekdayDraft[];
  readonly stretches: readonly StretchDraft[];
  readonly reason: Reason;
  /** First choice first. */
  readonly centreIds: readonly string[];
};

const WEEKDAYS = 6;
const OFFICE_DAYS = 5;
const SOON_DAYS = 7;
const SCHOOL_YEAR_DAYS = 300;

/** An ordinary week from next week on, and one date tomorrow. */
export const newDraft = (today: string, keyOf: () => string): Draft => ({
  kind: 'LONG_TERM',
  firstDay: addDays(today, SOON_DAYS),
  lastDay: addDays(today, SCHOOL_YEAR_DAYS),
  week: Array.from({ length: WEEKDAYS }, (_, index) => ({
    isOn: index < OFFICE_DAYS,
    from: '08:30',
    to: '17:00',
  })),
  stretches: [newStretch(addDays(today, 1), keyOf())],
  reason: 'ILLNESS',
  centreIds: [],
});

export const newStretch = (day: string, key: string): StretchDraft => ({
  key,
  day,
  from: '09:00',
  to: '12:00',
});

/** Whether care comes round each week, or on some dates. */
export const isWeekly = ({ kind }: Pick<Draft, 'kind'>): boolean =>
  kind === 'LONG_TERM' || kind === 'FLEXIBLE';

export type Lack = 'PERIOD' | 'WEEK' | 'HOURS' | 'STRETCHES';

const lackOfWeekly = ({ firstDay, lastDay, week }: Draft): Lack | undefined => {
  if (!isDay(firstDay) || !isDay(lastDay) || lastDay < firstDay) return 'PERIOD';
  return lackOfWeek(week);
};

/** What the page itself sees missing; all else is for the graph to say. */
export const lackOf = (draft: Draft): Lack | undefined => {
  if (isWeekly(draft)) return lackOfWeekly(draft);
  if (draft.stretches.length === 0 || !draft.stretches.every(({ day }) => isDay(day))) return 'STRETCHES';
  return draft.stretches.every(isInOrder) ? undefined : 'HOURS';
};

type Sent = { readonly id: string; readonly childId: string; readonly confirmed: boolean };

const weeklyOf = ({ firstDay, lastDay, week }: Draft) => ({ firstDay, lastDay, pattern: patternOf(week) });

const stretchesOf = ({ stretches }: Draft) =>
  stretches.map(({ day, from, to }) => ({
    startsAt: instantOf(day, minutesOfClock(from) ?? 0),
    endsAt: instantOf(day, minutesOfClock(to) ?? 0),
  }));

export const inputOf = (draft: Draft, sent: Sent) => ({
  ...sent,
  kind: draft.kind,
  rankedCentreIds: [...draft.centreIds],
  weekly: isWeekly(draft) ? weeklyOf(draft) : null,
  stretches: isWeekly(draft) ? [] : stretchesOf(draft),
  emergencyReason: draft.kind === 'EMERGENCY' ? draft.reason : null,
});

/** One choice before the one above it. */
export const movedUp = (centreIds: readonly string[], id: string): readonly string[] => {
  const at = centreIds.indexOf(id);
  if (at < 1) return centreIds;
  const before = centreIds.slice(0, at - 1);
  return [...before, id, ...centreIds.slice(at - 1, at), ...centreIds.slice(at + 1)];
};

type Centre = {
  readonly id: string;
  readonly name: string;
  readonly careKinds: readonly string[];
  readonly district: { readonly id: string; readonly name: string };
};

/** Those that offer such care and are not chosen yet: of the family's district first, then by district and name. */
export const toChoose = <Of extends Centre>(
  centres: readonly Of[],
  { kind, centreIds }: Pick<Draft, 'kind' | 'centreIds'>,
  districtId: string | undefined,
): readonly Of[] => {
  const far = ({ district }: Of): number => (district.id === districtId ? 0 : 1);
  return centres
    .filter(({ id, careKinds }) => careKinds.includes(kind) && !centreIds.includes(id))
    .sort(
      (one, other) =>
        far(one) - far(other) ||
        one.district.name.localeCompare(other.district.name) ||
        one.name.localeCompare(other.name),
    );
};
