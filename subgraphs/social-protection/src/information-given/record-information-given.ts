import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { forSurvivor } from '../known-families/known-family.queries.ts';
import { ProfessionalInput } from '../professionals/named-colleague.ts';
import { conversationSaid } from './conversation.ts';
import { recordInformationReasons } from './information-given.reasons.ts';
import { isSameConversation } from './information-given.rules.ts';
import { InformationGiven } from './information-given.ts';
import { InformationSubject } from './information-subject.ts';

@InputType({ description: 'What was explained to an adult of a family about its file.' })
export class RecordInformationGivenInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => ID, { description: 'The adult whom it was explained to.' })
  adultId!: string;

  @Field(() => [InformationSubject], { description: 'What it was about, one subject at least.' })
  subjects!: InformationSubject[];

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The day of the conversation, today at the latest; today when absent.',
  })
  givenOn?: Temporal.PlainDate | null;

  @Field(() => String, {
    description: 'The language it was explained in, as a BCP 47 tag, for example `fr`, `ar`.',
  })
  language!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether an interpreter helped.' })
  withInterpreter!: boolean;

  @Field(() => ProfessionalInput, {
    nullable: true,
    description: 'The colleague who explained it; you yourself when absent.',
  })
  givenBy?: ProfessionalInput | null;
}

@ObjectType({ description: 'What came of writing down what was explained: the record, or a refusal.' })
export class RecordInformationGivenPayload extends payloadOf(
  'RecordInformationGiven',
  recordInformationReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => InformationGiven, { nullable: true, description: 'What was explained.' })
  informationGiven?: InformationGiven;
}

type Result = { informationGiven: InformationGiven } | Refused<Word<typeof recordInformationReasons>>;

/** Keeps that the family knows: what, by whom, when and in which language. */
export const recordInformationGiven = async (
  tx: Transaction,
  asked: RecordInformationGivenInput,
  acting: ActingUser,
): Promise<Result> => {
  const { user, now } = acting;
  const input = await forSurvivor(tx, asked, acting, 'information:write');
  if ('refusal' in input) return input;
  const { id, familyId, adultId, subjects, language, withInterpreter, givenBy } = input;
  const said = { familyId, adultId, subjects, language, withInterpreter, givenBy };
  const given = await conversationSaid(tx, { ...said, givenOn: input.givenOn ?? dayOf(now) }, false, acting);
  if ('refusal' in given) return given;
  const sent = await sentBefore(tx, InformationGiven, id, (each) => isSameConversation(each, given));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) return { informationGiven: sent };

  const informationGiven = tx.create(InformationGiven, {
    ...{ id: id ?? newId(), ...given, recordedAt: now, recordedBySub: user.sub },
    ...{ correctsId: null, correctionReason: null },
  });
  await tx.insert(InformationGiven, informationGiven);
  return { informationGiven };
};
