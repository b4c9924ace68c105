import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, correct } from '@relais/platform/corrections/correct.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { saidOr, wouldChange } from '@relais/platform/database/would-change.ts';
import { NOT_YET_TOLD } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { changedFile } from '../job-seekers/job-seeker.changes.ts';
import { lockJobSeeker } from '../job-seekers/job-seeker.queries.ts';
import { tellFollowers } from '../job-seekers/who-follows.ts';
import { lockReturn } from './follow-up.queries.ts';
import { correctReturnReasons } from './return-to-work.reasons.ts';
import { closingCorrected, correctReturnRefusal } from './return-to-work.rules.ts';
import { ReturnContract, ReturnKind, ReturnToWork } from './return-to-work.ts';

@InputType({
  description: 'What was recorded wrongly of a return to work; what is absent stays, `null` clears.',
})
export class CorrectReturnToWorkInput extends CorrectionInput {
  @Field(() => ID, { description: 'The return to work, of a job seeker you follow.' })
  returnId!: string;

  @Field(() => ReturnKind, { nullable: true, description: 'What the job seeker returned to.' })
  kind?: ReturnKind | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The first day; a registration that it ended ends on this day instead.',
  })
  startsOn?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'The job or course, 1 to 200 characters.' })
  title?: string | null;

  @Field(() => Float, { nullable: true, description: 'Agreed hours a week, 1 to 60.' })
  weeklyHours?: number | null;

  @Field(() => ReturnContract, { nullable: true, description: 'The contract; only for a job.' })
  contract?: ReturnContract | null;

  @Field(() => CivilDate, { nullable: true, description: 'The last day, when there is one.' })
  endsOn?: Temporal.PlainDate | null;

  @Field(() => Float, { nullable: true, description: 'All hours of the training or course, 1 to 5000.' })
  trainingHours?: number | null;
}

@ObjectType({ description: 'The return to work put right, or why it was not.' })
export class CorrectReturnToWorkPayload extends payloadOf(
  'CorrectReturnToWork',
  correctReturnReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => ReturnToWork, {
    nullable: true,
    description: 'The return; what was recorded before is in its `corrections`.',
  })
  returnToWork?: ReturnToWork;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { returnToWork: ReturnToWork } | Refused<Word<typeof correctReturnReasons>>;

const correctionOf = (recorded: ReturnToWork, input: CorrectReturnToWorkInput) => ({
  kind: input.kind ?? recorded.kind,
  startsOn: input.startsOn ?? recorded.startsOn,
  title: saidOr(recorded.title, input.title),
  weeklyHours: saidOr(recorded.weeklyHours, input.weeklyHours),
  contract: saidOr(recorded.contract, input.contract),
  endsOn: saidOr(recorded.endsOn, input.endsOn),
  trainingHours: saidOr(recorded.trainingHours, input.trainingHours),
});

export const correctReturnToWork = async (
  tx: Transaction,
  input: CorrectReturnToWorkInput,
  acting: ActingUser,
): Promise<Result> => {
  const recorded = await lockReturn(tx, input.returnId, acting);
  const file = recorded && (await lockJobSeeker(tx, recorded.jobSeekerId, acting));
  if (!file) return { refusal: 'UNKNOWN_RETURN' };
  const { version, reason } = input;
  const changes = correctionOf(recorded, input);
  const refusal = correctReturnRefusal(recorded, { version, reason, made: changes }, file);
  if (refusal) return { refusal };
  if (!wouldChange(recorded, changes)) return { returnToWork: recorded };

  const { familyId } = file;
  const returnToWork = await correct(tx, ReturnToWork, recorded, { familyId, changes, reason }, acting);
  const facts = { day: changes.startsOn.toString(), returnKind: changes.kind };
  const closing = closingCorrected(file, recorded, changes);
  await changedFile(tx, file, { changes: closing, kind: 'RETURN_CORRECTED', facts }, acting);
  await tellFollowers(tx, familyId, acting.now);
  return { returnToWork };
};
