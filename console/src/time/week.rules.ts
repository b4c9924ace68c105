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
