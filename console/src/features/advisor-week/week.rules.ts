import { axisOf, type Cover, neededOf, type Stretch, shownChoices } from '../../cover/cover.rules.ts';
import type { Show } from '../../searches.rules.ts';
import { dayOf, minutesOf } from '../../time/city-time.rules.ts';

/** As much of a milestone as the week decides by. */
export type WeekMilestone = {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: string | null;
  readonly childcareCover: Cover | null;
  readonly family: { readonly displayName: string | null; readonly reference: string | null } | null;
};

const statusOfShow: Readonly<Partial<Record<Show, Cover['status']>>> = {
  uncovered: 'UNCOVERED',
  partial: 'PARTIAL',
  unknown: 'UNKNOWN',
  covered: 'COVERED',
  'not-needed': 'NOT_NEEDED',
};

const LACKING = new Set<string>(['UNCOVERED', 'PARTIAL', 'UNKNOWN']);

/** Something can still be done for it: it is neither called off nor begun. */
export const isOpen = ({ status, startsAt }: WeekMilestone, now: number): boolean =>
  status !== 'CANCELLED' && Date.parse(startsAt) > now;

export const isToSettle = (milestone: WeekMilestone, now: number): boolean =>
  isOpen(milestone, now) && LACKING.has(milestone.childcareCover?.status ?? '');

const fits = (milestone: WeekMilestone, show: Show, now: number): boolean => {
  if (show === 'all') return true;
  if (show === 'to-settle') return isToSettle(milestone, now);
  return milestone.status !== 'CANCELLED' && milestone.childcareCover?.status === statusOfShow[show];
};

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** By a part of the name or the reference, accents and capitals aside. */
const isNamed = ({ family }: WeekMilestone, search: string): boolean =>
  plain(`${family?.displayName ?? ''} ${family?.reference ?? ''}`).includes(plain(search.trim()));

export type Wish = {
  readonly show: Show;
  readonly search: string;
  readonly now: number;
  /** What somebody began to book stays in sight. */
  readonly isTouched: (id: string) => boolean;
};

export const shown = <Milestone extends WeekMilestone>(
  milestones: readonly Milestone[],
  { show, search, now, isTouched }: Wish,
): readonly Milestone[] =>
  milestones.filter((each) => isNamed(each, search) && (isTouched(each.id) || fits(each, show, now)));

export const countsOf = (
  milestones: readonly WeekMilestone[],
  now: number,
): Readonly<Record<Show, number>> => {
  const count = (show: Show) => milestones.filter((each) => fits(each, show, now)).length;
  return {
    'to-settle': count('to-settle'),
    uncovered: count('uncovered'),
    partial: count('partial'),
    unknown: count('unknown'),
    covered: count('covered'),
    'not-needed': count('not-needed'),
    all: count('all'),
  };
};

/** Nobody is booked for by one click while nobody knows with which parent the child is. */
export const mayBookAtOnce = (milestone: WeekMilestone, now: number): boolean =>
  isToSettle(milestone, now) && milestone.childcareCover?.status !== 'UNKNOWN';

/** Those whose every gap has a place that is shown. */
export const bookable = <Milestone extends WeekMilestone>(
  milestones: readonly Milestone[],
  now: number,
): readonly Milestone[] =>
  milestones.filter(
    (each) =>
      mayBookAtOnce(each, now) &&
      each.childcareCover !== null &&
      shownChoices(each.childcareCover).length > 0,
  );

export const stretchOfMilestone = ({
  startsAt,
  endsAt,
}: Pick<WeekMilestone, 'startsAt' | 'endsAt'>): Stretch => ({
  from: minutesOf(startsAt),
  to: minutesOf(endsAt),
});

export type Day<Milestone> = {
  readonly day: string;
  readonly axis: Stretch;
  readonly milestones: readonly Milestone[];
};

/** By day, each with an axis of its own: one late evening must not shrink the whole week. */
export const daysOf = <Milestone extends WeekMilestone>(
  milestones: readonly Milestone[],
): readonly Day<Milestone>[] => {
  const days = new Map<string, Milestone[]>();
  for (const each of milestones) {
    const day = dayOf(each.startsAt);
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  return [...days].map(([day, ofDay]) => ({
    day,
    milestones: ofDay,
    axis: axisOf(
      ofDay.map((each) => (each.childcareCover ? neededOf(each.childcareCover) : stretchOfMilestone(each))),
    ),
  }));
};
