import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { recordStep } from '../job-search-steps/job-search-step.queries.ts';
import { jobSeekerWithId } from '../job-seekers/job-seeker.queries.ts';
import type { FollowUp } from './follow-up.ts';
import type { ReturnToWork } from './return-to-work.ts';

type Told = {
  readonly returnToWork: ReturnToWork;
  readonly followUp: Pick<FollowUp, 'point' | 'outcome'>;
  readonly kind: 'FOLLOWED_UP' | 'FOLLOW_UP_CORRECTED';
};

/** Keeps in the job search what was said of a return, or said otherwise. */
export const recordFollowUpStep = async (
  tx: Transaction,
  { returnToWork: { jobSeekerId, startsOn }, followUp: { point, outcome }, kind }: Told,
  { user, now }: Acting,
): Promise<void> => {
  const file = await jobSeekerWithId(tx, jobSeekerId);
  if (!file) return;
  const { familyId } = file;
  const facts = { day: startsOn.toString(), point, outcome };
  await recordStep(tx, { jobSeekerId, familyId, kind, at: now, doneBy: user.sub, facts });
};
