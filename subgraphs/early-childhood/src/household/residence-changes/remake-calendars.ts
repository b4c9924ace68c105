import type { JobHandler } from '@relais/platform/jobs/job.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import { dayOf, startOfDay } from '@relais/platform/time/civil-time.ts';
import { publishCoverOfFamilies } from '../../cover/childcare-cover/publish-cover.ts';
import { Child } from '../../families/families/child.ts';
import { spanOfRules } from '../../families/shared-residence/residence-calendar.rules.ts';
import {
  calendarSince,
  childrenWithRules,
  sharedResidencesOf,
} from '../../families/shared-residence/shared-residence.queries.ts';
import { familiesOfSides, layOutCalendar, periodsAnew, saidNow } from './lay-out-calendar.ts';
import { isKnownCalendar } from './share-residence.rules.ts';

export const REMAKE_CALENDAR = 'remake-residence-calendar';

/** Each night: school terms may have become known, or others. Whoever changes them may schedule it at once. */
export const remakeCalendars: JobHandler = async (tx, _, now) => {
  for (const childId of await childrenWithRules(tx))
    await scheduleJob(tx, REMAKE_CALENDAR, { childId }, { runAt: now, key: childId });
};

export const nextRemaking = (after: Date): Date => startOfDay(dayOf(after).add({ days: 1 }));

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** Makes what is to come of one child's calendar from its rules anew; what is over, or was written down before the rules, stays as it was known. */
export const remakeCalendar: JobHandler = async (tx, payload, now) => {
  const childId = String(payload.childId);
  const child = await tx.findOne(Child, { where: { id: childId }, lock: { mode: 'for_no_key_update' } });
  const [residence] = await sharedResidencesOf(tx, [childId]);
  if (!child || !residence) return;
  const span = spanOfRules(saidNow(residence));
  if (!span) return;
  const since = later(now, span.startsAt);
  const periods = await periodsAnew(tx, residence, familiesOfSides(child, residence), since);
  const known = (await calendarSince(tx, childId, since)).map(({ familyId, startsAt, endsAt }) => ({
    ...{ familyId, endsAt },
    startsAt: later(startsAt, since),
  }));
  if (isKnownCalendar(periods, known)) return;
  await layOutCalendar(tx, childId, since, periods);
  await publishCoverOfFamilies(tx, [child.familyId, residence.otherFamilyId], now);
};
