import { minutesOfClock } from './city-time.rules.ts';

/** One weekday of an ordinary week, 1 on Mondays; hours as `08:30:00`. */
export type Line = { readonly weekday: number; readonly from: string; readonly to: string };

/** An ordinary week, days of the same hours together: `lun. mar. 08:30 – 12:30`. */
export const weekInWords = (lines: readonly Line[], weekdays: readonly string[]): readonly string[] => {
  const days = new Map<string, string[]>();
  const inOrder = [...lines].sort((one, other) => one.weekday - other.weekday);
  for (const { weekday, from, to } of inOrder) {
    const hours = `${from.slice(0, 5)} – ${to.slice(0, 5)}`;
    days.set(hours, [...(days.get(hours) ?? []), weekdays[weekday - 1] ?? '']);
  }
  return [...days].map(([hours, names]) => `${names.join(' ')} ${hours}`);
};

/** A weekday while an ordinary week is written. */
export type WeekdayDraft = { readonly isOn: boolean; readonly from: string; readonly to: string };

const WEEKDAYS = 7;

/** The week as it stands, to be written on; a day without hours begins with those of the first that has some. */
export const weekOf = (lines: readonly Line[]): readonly WeekdayDraft[] => {
  const hours = ({ from, to }: Omit<Line, 'weekday'>) => ({ from: from.slice(0, 5), to: to.slice(0, 5) });
  const usual = hours(lines[0] ?? { from: '08:30', to: '17:00' });
  return Array.from({ length: WEEKDAYS }, (_, index) => {
    const line = lines.find(({ weekday }) => weekday === index + 1);
    return line ? { isOn: true, ...hours(line) } : { isOn: false, ...usual };
  });
};

/** Whether a week can be written on day by day: one that comes twice on a day would lose its second hours. */
export const isDaily = (lines: readonly Line[]): boolean =>
  new Set(lines.map(({ weekday }) => weekday)).size === lines.length;

/** What is sent of it. */
export const patternOf = (week: readonly WeekdayDraft[]) =>
  week.flatMap(({ isOn, from, to }, index) => (isOn ? [{ weekday: index + 1, from, to }] : []));

/** The end comes after the start. */
export const isInOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean => {
  const [start, end] = [minutesOfClock(from), minutesOfClock(to)];
  return start !== undefined && end !== undefined && end > start;
};

/** What a week lacks before it is sent: a day, or hours in their order. */
export const lackOfWeek = (week: readonly WeekdayDraft[]): 'WEEK' | 'HOURS' | undefined => {
  const days = week.filter(({ isOn }) => isOn);
  if (days.length === 0) return 'WEEK';
  return days.every(isInOrder) ? undefined : 'HOURS';
};
