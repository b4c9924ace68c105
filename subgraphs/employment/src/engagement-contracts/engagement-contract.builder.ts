import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { EngagementContract } from './engagement-contract.ts';

/** Fifteen hours a week unless told. */
export const givenContract = async (
  db: Database,
  jobSeekerId: string,
  given: Partial<EngagementContract> = {},
): Promise<EngagementContract> => {
  const contract = {
    id: newId(),
    jobSeekerId,
    signedOn: Temporal.PlainDate.from('2026-02-02'),
    weeklyHours: 15,
    ...given,
  };
  await db.insert(EngagementContract, contract);
  return contract;
};
