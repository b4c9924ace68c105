import type { Temporal } from 'temporal-polyfill';
import type { CareStepFacts } from '../../history/care-history/care-step.ts';
import { type ArrangementTimes, weeklyOf } from './past-days.rules.ts';

const minuteOf = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' });

/** What a step says of when an arrangement holds. */
export const hoursOf = (times: ArrangementTimes): CareStepFacts => {
  const weekly = weeklyOf(times);
  if (weekly) {
    const { weekday, from, to } = weekly;
    return { weekly: { weekday, from: minuteOf(from), to: minuteOf(to) } };
  }
  const { startsAt, endsAt } = times;
  return startsAt && endsAt ? { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() } : {};
};
