import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { ReturnToWork } from './return-to-work.ts';

/** A job of 28 hours a week, without more told. */
export const givenReturn = async (
  db: Database,
  jobSeekerId: string,
  given: Partial<ReturnToWork> = {},
): Promise<ReturnToWork> => {
  const made = Object.assign(new ReturnToWork(), {
    id: newId(),
    jobSeekerId,
    kind: 'EMPLOYMENT',
    startsOn: Temporal.PlainDate.from('2026-02-10'),
    endsOn: null,
    title: null,
    weeklyHours: 28,
    contract: null,
    trainingHours: null,
    version: 1,
    ...given,
  });
  await db.insert(ReturnToWork, made);
  return made;
};
