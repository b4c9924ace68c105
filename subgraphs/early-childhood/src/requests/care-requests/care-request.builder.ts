import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { Child } from '../../families/families/child.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { isWeeklyKind } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';

const WEEKLY = { stretches: [], weeklyPattern: onWorkingDays('09:00', '12:00') };
const DATED = {
  weeklyPattern: [],
  stretches: [
    { startsAt: new Date('2026-03-10T09:00:00+01:00'), endsAt: new Date('2026-03-10T12:00:00+01:00') },
  ],
};

/** Five mornings a week from 2 March to 31 July 2026, or Tuesday 10 March 2026 from 09:00 to 12:00, by the kind; of its own child unless told. */
export const givenCareRequest = async (
  db: Database,
  facts: Partial<CareRequest> = {},
): Promise<CareRequest> => {
  const { id: childId } = facts.childId ? { id: facts.childId } : await givenChild(db);
  const { familyId } = await db.findOneByOrFail(Child, { id: childId });
  const { kind = 'LONG_TERM' } = facts;
  const isWeekly = isWeeklyKind(kind);
  const request = db.create(CareRequest, {
    id: newId(),
    childId,
    familyId,
    kind,
    status: 'SUBMITTED',
    firstDay: Temporal.PlainDate.from(isWeekly ? '2026-03-02' : '2026-03-10'),
    lastDay: Temporal.PlainDate.from(isWeekly ? '2026-07-31' : '2026-03-10'),
    ...(isWeekly ? WEEKLY : DATED),
    emergencyReason: kind === 'EMERGENCY' ? 'ILLNESS' : null,
    milestoneId: null,
    rankedCentreIds: [],
    facilities: [],
    submittedAt: new Date('2026-02-02T09:00:00+01:00'),
    refusalReason: null,
    alternative: null,
    alternativeContact: null,
    alternatives: [],
    confirmedAt: facts.submittedAt ?? new Date('2026-02-02T09:00:00+01:00'),
    noticeSentAt: facts.status === 'LAPSED' ? new Date('2026-02-10T09:00:00+01:00') : null,
    version: 1,
    ...facts,
  });
  await db.insert(CareRequest, request);
  return request;
};
