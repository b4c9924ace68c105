import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import type { Change } from '../context.ts';
import { changedFile, FileVersion, type OutdatedFile, outdatedFile } from '../job-seekers/change-file.ts';
import { lockJobSeeker } from '../job-seekers/job-seeker.queries.ts';
import { contractMeanings, contractSentences } from './engagement-contract.messages.ts';
import { addContract, contractOf, contractWithId } from './engagement-contract.queries.ts';
import { type ContractProblem, contractProblem, isSameContract } from './engagement-contract.rules.ts';
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

const { UNKNOWN_JOB_SEEKER, STALE_VERSION, FILE_CLOSED, CONFLICT } = contractMeanings;
const { SIGNED_BEFORE_REGISTRATION, SIGNED_IN_THE_FUTURE } = contractMeanings;
const { CONTRACT_HOURS_OUT_OF_RANGE, CONTRACT_NOT_NEWER } = contractMeanings;

export const AgreeEngagementContractRefusal = refusalOfCatalogue(
  'AgreeEngagementContractRefusal',
  {
    UNKNOWN_JOB_SEEKER,
    STALE_VERSION,
    FILE_CLOSED,
    CONFLICT,
    SIGNED_BEFORE_REGISTRATION,
    SIGNED_IN_THE_FUTURE,
    CONTRACT_HOURS_OUT_OF_RANGE,
    CONTRACT_NOT_NEWER,
  },
  contractSentences,
);

@ObjectType({ description: 'The contract that was recorded, or why none was.' })
export class AgreeEngagementContractPayload {
  @Field(() => EngagementContract, { nullable: true, description: 'The contract; absent when refused.' })
  engagementContract?: EngagementContract;

  @Field(() => AgreeEngagementContractRefusal, {
    nullable: true,
    description: 'Why nothing was stored; absent on success.',
  })
  refusal?: InstanceType<typeof AgreeEngagementContractRefusal>;
}

type Result =
  | { engagementContract: EngagementContract }
  | { refusal: 'UNKNOWN_JOB_SEEKER' | OutdatedFile | 'CONFLICT' | ContractProblem };

export const agreeEngagementContract = async (
  tx: Transaction,
  { id, jobSeekerId, version, signedOn, weeklyHours }: AgreeEngagementContractInput,
  change: Change,
): Promise<Result> => {
  const file = await lockJobSeeker(tx, jobSeekerId, change.advisorId);
  if (!file) return { refusal: 'UNKNOWN_JOB_SEEKER' };

  const contract = { id: id ?? newId(), jobSeekerId, signedOn, weeklyHours };
  const earlier = id ? await contractWithId(tx, id) : null;
  if (earlier) {
    return isSameContract(earlier, contract) ? { engagementContract: earlier } : { refusal: 'CONFLICT' };
  }

  const former = await contractOf(tx, jobSeekerId);
  const problem =
    outdatedFile(file, version, change) ?? contractProblem(contract, file, former, dayOf(change.now));
  if (problem) return { refusal: problem };
  // Taken meanwhile for another job seeker: requests for the same one wait for each other above.
  if (!(await addContract(tx, contract))) return { refusal: 'CONFLICT' };

  const facts = { day: signedOn.toString(), weeklyHours };
  await changedFile(tx, file, { changes: {}, kind: 'CONTRACT_AGREED', facts }, change);
  return { engagementContract: contract };
};
