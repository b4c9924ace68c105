import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ProfessionalInput } from '../professionals/named-colleague.ts';
import { conversationSaid, type SaidConversation } from './conversation.ts';
import { lockInformation } from './information-given.queries.ts';
import { correctInformationReasons } from './information-given.reasons.ts';
import { isSameConversation } from './information-given.rules.ts';
import { InformationGiven } from './information-given.ts';
import { InformationSubject } from './information-subject.ts';

@InputType({
  description: 'What was written down wrongly of what was explained to a family; what is absent stays.',
})
export class CorrectInformationGivenInput {
  @Field(() => ID, { description: 'The record, as it was corrected last.' })
  informationGivenId!: string;

  @Field(() => ID, { nullable: true, description: 'The adult whom it was explained to.' })
  adultId?: string | null;

  @Field(() => [InformationSubject], {
    nullable: true,
    description: 'All that it was about; empty when nothing was explained at all.',
  })
  subjects?: InformationSubject[] | null;

  @Field(() => CivilDate, { nullable: true, description: 'The day of the conversation.' })
  givenOn?: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'The language, as a BCP 47 tag.' })
  language?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an interpreter helped.' })
  withInterpreter?: boolean | null;

  @Field(() => ProfessionalInput, { nullable: true, description: 'The colleague who explained it.' })
  givenBy?: ProfessionalInput | null;

  @Field(() => String, { description: 'Why it is corrected.' })
  reason!: string;
}

@ObjectType({ description: 'What came of correcting: the record that stands now, or a refusal.' })
export class CorrectInformationGivenPayload extends payloadOf(
  'CorrectInformationGiven',
  correctInformationReasons,
  'Why nothing was changed; absent when it was.',
) {
  @Field(() => InformationGiven, {
    nullable: true,
    description: 'The record that stands now; what was written before is its `corrects`.',
  })
  informationGiven?: InformationGiven;
}

type Result = { informationGiven: InformationGiven } | Refused<Word<typeof correctInformationReasons>>;

const corrected = (before: InformationGiven, input: CorrectInformationGivenInput): SaidConversation => ({
  familyId: before.familyId,
  adultId: input.adultId ?? before.adultId,
  subjects: input.subjects ?? before.subjects,
  givenOn: input.givenOn ?? before.givenOn,
  language: input.language ?? before.language,
  withInterpreter: input.withInterpreter ?? before.withInterpreter,
  givenBy: input.givenBy,
  givenBySub: before.givenBySub,
});

/** What was written before stays readable: it is evidence of what was thought then. */
export const correctInformationGiven = async (
  tx: Transaction,
  input: CorrectInformationGivenInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const before = await lockInformation(tx, input.informationGivenId, acting);
  if ('refusal' in before) return before;
  if (await tx.existsBy(InformationGiven, { correctsId: before.id })) return { refusal: 'CORRECTED_ALREADY' };
  const correctionReason = input.reason.trim();
  if (!correctionReason) return { refusal: 'REASON_MISSING' };
  const given = await conversationSaid(tx, corrected(before, input), true, acting);
  if ('refusal' in given) return given;
  if (isSameConversation(before, given)) return { informationGiven: before };

  const informationGiven = tx.create(InformationGiven, {
    ...{ id: newId(), ...given, recordedAt: now, recordedBySub: user.sub },
    ...{ correctsId: before.id, correctionReason },
  });
  await tx.insert(InformationGiven, informationGiven);
  return { informationGiven };
};
