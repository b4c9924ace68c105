import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore, storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { changedFile, FileVersion, outdatedFile } from '../job-seekers/job-seeker.changes.ts';
import { lockJobSeeker } from '../job-seekers/job-seeker.queries.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { milestoneWithId } from '../milestones/milestone.queries.ts';
import { contractOf, knownCoverOf } from './engagement-contract.queries.ts';
import { reduceReasons } from './engagement-contract.reasons.ts';
import { evidenceOf, isSameReduction, reductionRefusal } from './engagement-contract.rules.ts';
import { HoursReduction } from './hours-reduction.ts';

@InputType({ description: 'Fewer hours for a lone parent without childcare, as the advisor decided.' })
export class ReduceWeeklyHoursInput extends FileVersion {
  @Field(() => ID, {
    nullable: true,
    description: 'An id chosen by the client (UUID): sending it again is harmless.',
  })
  id?: string | null;

  @Field(() => ID, {
    description:
      'The evidence: a milestone of the job seeker that is uncovered, or was missed for lack of childcare.',
  })
  milestoneId!: string;

  @Field(() => Boolean, { description: 'The advisor states that the job seeker is a lone parent.' })
  isLoneParent!: boolean;

  @Field(() => Float, { description: 'Hours of activity a week meanwhile: from 0 to fewer than agreed.' })
  weeklyHours!: number;

  @Field(() => CivilDate, { description: 'The first day; not before the contract.' })
  startsOn!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'The last day, within six months.' })
  endsOn!: Temporal.PlainDate;
}

@ObjectType({ description: 'The reduction that was recorded, or why none was.' })
export class ReduceWeeklyHoursPayload extends payloadOf(
  'ReduceWeeklyHours',
  reduceReasons,
  'Why nothing was stored; absent on success.',
) {
  @Field(() => HoursReduction, { nullable: true, description: 'The reduction; absent when refused.' })
  hoursReduction?: HoursReduction;
}

type Refusal = Refused<Word<typeof reduceReasons>>;

/** What proves the lack of childcare: a milestone of this job seeker, as it stands now. */
const evidenceFor = async (tx: Transaction, { id }: JobSeeker, milestoneId: string) => {
  const milestone = await milestoneWithId(tx, milestoneId);
  if (milestone?.jobSeekerId !== id) return { refusal: 'UNKNOWN_MILESTONE' as const };
  return evidenceOf(milestone, await knownCoverOf(tx, milestoneId));
};

/** The reduction that may be made, or why not. */
const decided = async (
  tx: Transaction,
  file: JobSeeker,
  input: ReduceWeeklyHoursInput,
  { user, now }: ActingUser,
): Promise<Refusal | { reduction: HoursReduction }> => {
  const contract = await contractOf(tx, file.id);
  if (!contract) return { refusal: 'NO_CONTRACT' };
  const refusal = reductionRefusal(input, contract);
  if (refusal) return { refusal };
  const proof = await evidenceFor(tx, file, input.milestoneId);
  if ('refusal' in proof) return { refusal: proof.refusal };

  const { milestoneId, weeklyHours, startsOn, endsOn } = input;
  const decision = { contractId: contract.id, ...proof, decidedBy: user.sub, decidedAt: now };
  return { reduction: { id: input.id ?? newId(), milestoneId, weeklyHours, startsOn, endsOn, ...decision } };
};

export const reduceWeeklyHours = async (
  tx: Transaction,
  input: ReduceWeeklyHoursInput,
  acting: ActingUser,
): Promise<Refusal | { hoursReduction: HoursReduction }> => {
  const file = await lockJobSeeker(tx, input.jobSeekerId, acting);
  if (!file) return { refusal: 'UNKNOWN_JOB_SEEKER' };
  const sent = await sentBefore(tx, HoursReduction, input.id, (each) => isSameReduction(each, input));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) return { hoursReduction: sent };
  const outdated = outdatedFile(file, input.version, acting);
  if (outdated) return { refusal: outdated };

  const decision = await decided(tx, file, input, acting);
  if ('refusal' in decision) return decision;
  const { reduction } = decision;
  if (!(await storeUnlessTaken(tx, HoursReduction, reduction))) return { refusal: 'REDUCED_ALREADY' };

  const facts = {
    day: input.startsOn.toString(),
    weeklyHours: input.weeklyHours,
    evidence: reduction.evidence,
  };
  await changedFile(tx, file, { changes: {}, kind: 'HOURS_REDUCED', facts }, acting);
  return { hoursReduction: reduction };
};
