import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any } from 'typeorm';
import { KnownCover } from '../known-covers/known-cover.ts';
import { EngagementContract } from './engagement-contract.ts';
import { HoursReduction } from './hours-reduction.ts';

/** Asked of job seekers who may be seen already; newest first. */
export const contractsOfJobSeekers = (db: Database, jobSeekerIds: string[]): Promise<EngagementContract[]> =>
  db.find(EngagementContract, {
    where: { jobSeekerId: Any(jobSeekerIds) },
    order: { signedOn: 'DESC', id: 'DESC' },
  });

export const reductionsOfContracts = (db: Database, contractIds: string[]): Promise<HoursReduction[]> =>
  db.find(HoursReduction, { where: { contractId: Any(contractIds) }, order: { startsOn: 'ASC', id: 'ASC' } });

/** The contract in force. */
export const contractOf = async (db: Database, jobSeekerId: string): Promise<EngagementContract | null> => {
  const [newest] = await contractsOfJobSeekers(db, [jobSeekerId]);
  return newest ?? null;
};

export const knownCoverOf = (tx: Transaction, milestoneId: string): Promise<KnownCover | null> =>
  tx.findOneBy(KnownCover, { milestoneId });

/** What was decided because a milestone was missed for lack of childcare. */
export const reductionsForMiss = (tx: Transaction, milestoneId: string): Promise<HoursReduction[]> =>
  tx.find(HoursReduction, { where: { milestoneId, evidence: 'MISSED_FOR_CHILDCARE' }, order: { id: 'ASC' } });
