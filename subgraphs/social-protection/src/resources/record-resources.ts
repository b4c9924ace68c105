import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InformationSource } from '../entitlements/information-source.ts';
import { forSurvivor } from '../known-families/known-family.queries.ts';
import { resourcesById, statementsOfFamily } from './resources.queries.ts';
import { recordReasons } from './resources.reasons.ts';
import { isSameStatement, replacedBy, resourcesRefusal } from './resources.rules.ts';
import { Resources } from './resources.ts';

@InputType({
  description: 'Resources of a family in one year; for a year on record they replace all that stands of it.',
})
export class RecordResourcesInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => Int, { description: 'A year that is over. Care of year N is charged on year N−2.' })
  year!: number;

  @Field(() => Int, { description: 'Euro cents in that year, before tax abatements.' })
  yearlyAmountCents!: number;

  @Field(() => Int, { description: 'Dependent children, 0 to 30.' })
  dependentChildren!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many of them have the AEEH.' })
  aeehChildren!: number;

  @Field(() => InformationSource, { defaultValue: 'TYPED_IN', description: 'Who told us.' })
  source!: InformationSource;
}

@ObjectType({ description: 'What came of recording resources: the record, or a refusal.' })
export class RecordResourcesPayload extends payloadOf(
  'RecordResources',
  recordReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => Resources, { nullable: true, description: 'The resources on record.' })
  resources?: Resources | null;
}

type Result = { resources: Resources | null } | Refused<Word<typeof recordReasons>>;

export const recordResources = async (
  tx: Transaction,
  asked: RecordResourcesInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const input = await forSurvivor(tx, asked, acting, 'benefits:write');
  if ('refusal' in input) return input;
  const { id = null, ...stated } = input;

  const sent = id ? await resourcesById(tx, id) : null;
  if (sent) return isSameStatement(sent, stated) ? { resources: sent } : { refusal: 'CONFLICT' };

  const refusal = resourcesRefusal(stated, dayOf(now));
  if (refusal) return { refusal };

  const replaces = replacedBy(stated, await statementsOfFamily(tx, stated.familyId));
  const resources = { ...stated, id: id ?? newId(), recordedAt: now, recordedBy: user.sub, replaces };
  await tx.insert(Resources, resources);
  return { resources: await resourcesById(tx, resources.id) };
};
