import type { Database } from '@relais/platform/database/database.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { periodOfDays } from '../../care/placements/agreed-stays.rules.ts';
import { staysOf } from '../../care/placements/pattern.rules.ts';
import { familyAtStarts, isWithAnother } from '../../families/shared-residence/residence-days.rules.ts';
import { calendarOfChildren } from '../../families/shared-residence/shared-residence.queries.ts';
import { daysOfNeed, type NeededCare } from './needed-times.rules.ts';

type AskedTimes = Pick<NeededCare, 'weekly' | 'stretches'>;

const timesOfNeed = (asked: AskedTimes): readonly Period[] =>
  asked.weekly ? staysOf(asked.weekly.pattern, daysOfNeed(asked), []) : asked.stretches;

const calendarOf = (db: Database, childId: string, asked: AskedTimes) =>
  calendarOfChildren(db, [childId], periodOfDays(daysOfNeed(asked)));

/** Under shared residence, the family all of whose days are asked for; `null` when it is not one. */
export const familyOfDays = async (
  db: Database,
  childId: string,
  asked: AskedTimes,
): Promise<string | null> => familyAtStarts(timesOfNeed(asked), await calendarOf(db, childId, asked));

/** Whether a family asks for care at times that the child is known to spend with its other family. */
export const asksForOtherParentsDay = async (
  db: Database,
  { childId, familyId }: { readonly childId: string; readonly familyId: string },
  asked: AskedTimes,
): Promise<boolean> => isWithAnother(timesOfNeed(asked), await calendarOf(db, childId, asked), familyId);
