import { addDays, isDay } from '../../time/city-time.rules.ts';
import {
  isDaily,
  type Line,
  lackOfWeek,
  patternOf,
  type WeekdayDraft,
  weekOf,
} from '../../time/week.rules.ts';

export type Status = 'ACTIVE' | 'ENDED' | 'PLANNED' | 'SUSPENDED';
export type Act = 'ABSENCE' | 'CHANGE' | 'SUSPEND' | 'RESUME' | 'RENEW' | 'END';

const acts: Readonly<Record<Status, readonly Act[]>> = {
  ACTIVE: ['ABSENCE', 'CHANGE', 'SUSPEND', 'RENEW', 'END'],
  PLANNED: ['ABSENCE', 'CHANGE', 'SUSPEND', 'RENEW', 'END'],
  SUSPENDED: ['RESUME', 'CHANGE', 'RENEW', 'END'],
  ENDED: [],
};

/** What can be done with it where it stands; what the graph would refuse is not offered. */
export const actsOf = ({ status, weeklyPattern }: Standing): readonly Act[] =>
  acts[status].filter((act) => act !== 'CHANGE' || isDaily(weeklyPattern));

type Standing = { readonly status: Status; readonly weeklyPattern: readonly Line[] };

export type Draft = {
  readonly act: Act;
  /** The first day of what is done; of an end or a renewal the last day of care. */
  readonly from: string;
  /** The last day of an absence or a suspension; of a suspension it may be left open. */
  readonly to: string;
  readonly week: readonly WeekdayDraft[];
  /** Another centre from then on, or the same. */
  readonly centreId: string | undefined;
  /** Another section from then on; nothing stays with the one it is, where the centre stays. */
  readonly sectionId: string | undefined;
  readonly reason: string;
};

type Placement = {
  readonly id: string;
  readonly version: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weeklyPattern: readonly Line[];
};

const RENEWED_DAYS = 180;
const DAYS_OF_WEEK = 7;

/** Monday is 1. */
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || DAYS_OF_WEEK;

/** Other hours of regular care begin on a Monday. */
const nextMonday = (today: string): string => addDays(today, DAYS_OF_WEEK + 1 - weekdayOf(today));

const firstDay = (act: Act, { endsOn }: Placement, today: string): string => {
  if (act === 'RENEW') return addDays(endsOn, RENEWED_DAYS);
  return act === 'CHANGE' ? nextMonday(today) : today;
};

/** What is done begins today, or on the next day on which it may; nothing of it is begun before the placement is. */
export const newDraft = (act: Act, placement: Placement, today: string, reason = ''): Draft => {
  const soonest = firstDay(act, placement, today);
  const from = placement.startsOn.localeCompare(soonest) > 0 ? placement.startsOn : soonest;
  return {
    act,
    from,
    to: act === 'ABSENCE' ? from : '',
    week: weekOf(placement.weeklyPattern),
    centreId: undefined,
    sectionId: undefined,
    reason,
  };
};

export type Lack = 'DAY' | 'DAYS' | 'WEEK' | 'HOURS' | 'SECTION' | 'REASON';

const SPANS = new Set<Act>(['ABSENCE', 'SUSPEND']);
/** To run again, or on, needs no reason. */
const WITHOUT_REASON = new Set<Act>(['RESUME', 'RENEW']);

export const hasSpan = (act: Act): boolean => SPANS.has(act);
export const hasReason = (act: Act): boolean => !WITHOUT_REASON.has(act);

const lackOfDays = ({ act, from, to }: Draft): Lack | undefined => {
  if (!isDay(from)) return 'DAY';
  if (!hasSpan(act) || (act === 'SUSPEND' && to === '')) return undefined;
  return isDay(to) && to >= from ? undefined : 'DAYS';
};

/** At another centre nobody but who changes it says in which section. */
const lackOfChange = ({ week, centreId, sectionId }: Draft): Lack | undefined =>
  lackOfWeek(week) ?? (centreId && !sectionId ? 'SECTION' : undefined);

/** What the page itself sees missing; all else is for the graph to say. */
export const lackOf = (draft: Draft): Lack | undefined => {
  const days = lackOfDays(draft);
  if (days) return days;
  const change = draft.act === 'CHANGE' ? lackOfChange(draft) : undefined;
  if (change) return change;
  return hasReason(draft.act) && draft.reason.trim() === '' ? 'REASON' : undefined;
};

type Seen = Pick<Placement, 'id' | 'version'>;

/** What is sent, looked at or done: the same, so that what was seen is what is done. */
export const inputsOf = (
  { from, to, week, sectionId, reason }: Draft,
  { id, version }: Seen,
  preview: boolean,
) => {
  const sent = { placementId: id, version, preview };
  return {
    ABSENCE: { ...sent, from, to, reason },
    CHANGE: { ...sent, from, weeklyPattern: patternOf(week), sectionId: sectionId ?? null, reason },
    SUSPEND: { ...sent, from, to: to || null, reason },
    RESUME: { ...sent, from },
    RENEW: { ...sent, lastDay: from },
    END: { ...sent, lastDay: from, reason },
  };
};

type Coming = {
  readonly booking: {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly placement: { readonly id: string; readonly endsOn: string } | null;
  };
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly section: { readonly id: string; readonly name: string };
};

/** The placements that bring children on a day, each once, by name; what is booked by the day is none. */
export const broughtBy = <Of extends Coming>(children: readonly Of[]) => {
  const found = new Map<string, { readonly id: string; readonly child: Of }>();
  for (const child of children) {
    const id = child.booking.placement?.id;
    if (id && !found.has(id)) found.set(id, { id, child });
  }
  const name = ({ child }: { readonly child: Of }) => `${child.lastName ?? ''} ${child.firstName ?? ''}`;
  return [...found.values()].sort((one, other) => name(one).localeCompare(name(other), 'fr'));
};

/** The coming day on which most centres are open: a weekend is passed over. */
export const dayToLookAt = (today: string): string => {
  const weekday = weekdayOf(today);
  return weekday > DAYS_OF_WEEK - 2 ? addDays(today, DAYS_OF_WEEK + 1 - weekday) : today;
};

type Section = { readonly id: string; readonly name: string };
type Centre = { readonly id: string; readonly sections: readonly Section[] };

/** Those where somebody can go, with the own one first where no list names it any more. */
export const centresToChoose = <Of extends Centre>(centres: readonly Of[], own: Of): readonly Of[] => {
  const open = centres.filter(({ sections }) => sections.length > 0);
  return open.some(({ id }) => id === own.id) ? open : [own, ...open];
};
