import type { JobHandler } from '@relais/platform/jobs/job.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { Child } from '../../families/families/child.ts';
import {
  calendarSince,
  childrenWithRules,
  sharedResidencesOf,
} from '../../families/shared-residence/shared-residence.queries.ts';
import { familiesOfSides, layOutCalendar, periodsFrom } from './lay-out-calendar.ts';
import { isKnownCalendar } from './share-residence.rules.ts';

export const REMAKE_CALENDARS = 'remake-residence-calendars';
export const REMAKE_CALENDAR = 'remake-residence-calendar';

/** Each night: school terms may have become known, or others. Whoever changes them may schedule it at once. */
export const remakeCalendars: JobHandler = async (tx, _, now) => {
  for (const childId of await childrenWithRules(tx))
    await scheduleJob(tx, REMAKE_CALENDAR, { childId }, { runAt: now, key: childId });
};

export const nextRemaking = (after: Date): Date => startOfDay(dayOf(after).add({ days: 1 }));

/** Makes what is to come of one child's calendar from its rules anew; what is over stays as it was known. */
export const remakeCalendar: JobHandler = async (tx, payload, now) => {
  const childId = String(payload.childId);
  const child = await tx.findOne(Child, { where: { id: childId }, lock: { mode: 'for_no_key_update' } });
  const [residence] = await sharedResidencesOf(tx, [childId]);
  if (!child || !residence) return;
  const periods = await periodsFrom(tx, residence, familiesOfSides(child, residence), now);
  const known = (await calendarSince(tx, childId, now)).map(({ familyId, startsAt, endsAt }) => ({
    ...{ familyId, endsAt },
    startsAt: new Date(Math.max(startsAt.getTime(), now.getTime())),
  }));
  if (isKnownCalendar(periods, known)) return;
  await layOutCalendar(tx, childId, now, periods);
  await publishCoverOfFamilies(tx, [child.familyId, residence.otherFamilyId], now);
};
