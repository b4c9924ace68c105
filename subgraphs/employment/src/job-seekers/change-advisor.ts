import type { ActingUser } from '@relais/platform/acting.ts';
import { readingAsService } from '@relais/platform/database/asking.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { findProfessionalCalled } from '@relais/platform/professionals/professional.queries.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { milestonesToCome } from '../milestones/milestone.queries.ts';
import { publishMilestones } from '../milestones/publish-milestone.ts';
import { changeFile, FileVersion } from './job-seeker.changes.ts';
import { changeAdvisorReasons } from './job-seeker.reasons.ts';
import { advisorRefusal } from './job-seeker.rules.ts';
import { JobSeeker } from './job-seeker.ts';
import { tellFollowers } from './who-follows.ts';

@InputType({ description: 'The handing over of a job seeker you follow to another advisor.' })
export class ChangeAdvisorInput extends FileVersion {
  @Field(() => String, {
    description:
      'The advisor who follows the job seeker from now on: the `id` in the directory, or the subject (`sub`) of the token.',
  })
  advisorId!: string;
}

@ObjectType({ description: 'The file as it was handed over, or why it was not.' })
export class ChangeAdvisorPayload extends payloadOf(
  'ChangeAdvisor',
  changeAdvisorReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => JobSeeker, {
    nullable: true,
    description: 'The job seeker, whom only the other advisor finds from now on; absent when refused.',
  })
  jobSeeker?: JobSeeker;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

/** Early-childhood learns of it too: the new advisor may cover the milestones to come. */
export const changeAdvisor = async (tx: Transaction, input: ChangeAdvisorInput, acting: ActingUser) => {
  const advisor = await findProfessionalCalled(tx, input.advisorId);
  const result = await changeFile(tx, input, acting, (file) => {
    const refusal = advisorRefusal(file, advisor, dayOf(acting.now));
    if (refusal || !advisor) return { refusal: refusal ?? 'UNKNOWN_PROFESSIONAL' };
    const { sub: advisorId } = advisor;
    return { changes: { advisorId }, kind: 'ADVISOR_CHANGED', facts: { advisorId } };
  });
  if ('refusal' in result) return result;
  const { id, familyId } = result.jobSeeker;
  await publishMilestones(tx, await milestonesToCome(readingAsService(tx), [id], acting.now));
  await tellFollowers(tx, familyId, acting.now);
  return result;
};
