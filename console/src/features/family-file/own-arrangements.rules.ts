import { instantOf, isDay, minutesOfClock } from '../../time/city-time.rules.ts';
import { isInOrder, lackOfWeek, patternOf, type WeekdayDraft, weekOf } from '../../time/week.rules.ts';

export const OWN_KINDS = ['FAMILY', 'CHILDMINDER', 'SCHOOL', 'OTHER'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

export type OwnDraft = {
  readonly kind: OwnKind;
  readonly isWeekly: boolean;
  readonly week: readonly WeekdayDraft[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
};

const MONTH = { from: 5, to: 7 };
const FIRST_MONTH_OF_SUMMER = 7;
const LAST_DAY = '-07-05';

/** About when the school year ends that runs, or that comes once it is summer. */
export const schoolYearEnd = (today: string): string => {
  const year = Number(today.slice(0, 4));
  const isOver = Number(today.slice(MONTH.from, MONTH.to)) >= FIRST_MONTH_OF_SUMMER;
  return `${isOver ? year + 1 : year}${LAST_DAY}`;
};

/** A week without a day yet: whoever says when, says it all; until the end of the school year, or a day once. */
export const newOwn = (today: string): OwnDraft => ({
  kind: 'FAMILY',
  isWeekly: true,
  week: weekOf([]),
  startsOn: today,
  endsOn: schoolYearEnd(today),
  day: today,
  from: '09:00',
  to: '12:00',
});

/** School comes round each week. */
export const isWeeklyOnly = (kind: OwnKind): boolean => kind === 'SCHOOL';

export type OwnLack = 'DAYS' | 'WEEK' | 'HOURS' | 'DAY';

export const lackOfOwn = ({
  isWeekly,
  week,
  startsOn,
  endsOn,
  day,
  from,
  to,
}: OwnDraft): OwnLack | undefined => {
  if (!isWeekly) {
    if (!isDay(day)) return 'DAY';
    return isInOrder({ from, to }) ? undefined : 'HOURS';
  }
  if (!isDay(startsOn) || !isDay(endsOn) || endsOn < startsOn) return 'DAYS';
  return lackOfWeek(week);
};

/** What is sent: one record for each weekday, or one for the day. */
export const ownInputs = (draft: OwnDraft, childId: string) => {
  const { kind, isWeekly, week, startsOn, endsOn, day, from, to } = draft;
  if (isWeekly)
    return patternOf(week).map((line) => ({
      childId,
      kind,
      weekly: { ...line, startsOn, endsOn },
      dated: null,
    }));
  const dated = {
    startsAt: instantOf(day, minutesOfClock(from) ?? 0),
    endsAt: instantOf(day, minutesOfClock(to) ?? 0),
  };
  return [{ childId, kind, weekly: null, dated }];
};

/** Of one day, once; the others come round each week. */
export const isDated = ({ weekday }: { readonly weekday: number | null }): boolean => weekday === null;
