import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore, storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { changedFile, FileVersion, outdatedFile } from '../job-seekers/job-seeker.changes.ts';
import { lockJobSeeker } from '../job-seekers/job-seeker.queries.ts';
import { contractOf } from './engagement-contract.queries.ts';
import { agreeReasons } from './engagement-contract.reasons.ts';
import { contractRefusal, isSameContract } from './engagement-contract.rules.ts';
import { EngagementContract } from './engagement-contract.ts';

@InputType({ description: 'An engagement contract that was signed with a job seeker you follow.' })
export class AgreeEngagementContractInput extends FileVersion {
  @Field(() => ID, {
    nullable: true,
    description: 'An id chosen by the client (UUID): sending it again is harmless.',
  })
  id?: string | null;

  @Field(() => CivilDate, { description: 'The day it was signed; the newest contract holds.' })
  signedOn!: Temporal.PlainDate;

  @Field(() => Float, { description: 'Hours of activity a week, 15 to 35.' })
  weeklyHours!: number;
}

@ObjectType({ description: 'The contract that was recorded, or why none was.' })
export class AgreeEngagementContractPayload extends payloadOf(
  'AgreeEngagementContract',
  agreeReasons,
  'Why nothing was stored; absent on success.',
) {
  @Field(() => EngagementContract, { nullable: true, description: 'The contract; absent when refused.' })
  engagementContract?: EngagementContract;
}

type Result = { engagementContract: EngagementContract } | Refused<Word<typeof agreeReasons>>;

export const agreeEngagementContract = async (
  tx: Transaction,
  { id, jobSeekerId, version, signedOn, weeklyHours }: AgreeEngagementContractInput,
  acting: ActingUser,
): Promise<Result> => {
  const file = await lockJobSeeker(tx, jobSeekerId, acting);
  if (!file) return { refusal: 'UNKNOWN_JOB_SEEKER' };

  const contract = { id: id ?? newId(), jobSeekerId, signedOn, weeklyHours };
  const sent = await sentBefore(tx, EngagementContract, id, (each) => isSameContract(each, contract));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) return { engagementContract: sent };

  const former = await contractOf(tx, jobSeekerId);
  const refusal =
    outdatedFile(file, version, acting) ?? contractRefusal(contract, file, former, dayOf(acting.now));
  if (refusal) return { refusal };
  // Taken meanwhile for another job seeker: requests for the same one wait for each other above.
  if (!(await storeUnlessTaken(tx, EngagementContract, contract))) return { refusal: 'CONFLICT' };

  const facts = { day: signedOn.toString(), weeklyHours };
  await changedFile(tx, file, { changes: {}, kind: 'CONTRACT_AGREED', facts }, acting);
  return { engagementContract: contract };
};
