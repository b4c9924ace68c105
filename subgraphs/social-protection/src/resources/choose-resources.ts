import type { ActingUser } from '@relais/platform/acting.ts';
import { readingAsService } from '@relais/platform/database/asking.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockKnownFamily, unknownAs } from '../known-families/known-family.queries.ts';
import { resourcesById, statementsOfFamily } from './resources.queries.ts';
import { chooseReasons } from './resources.reasons.ts';
import { choiceRefusal, replacedBy, standing } from './resources.rules.ts';
import { Resources } from './resources.ts';

@InputType({ description: 'The statement that is right, of several that a merge of files left of one year.' })
export class ChooseResourcesInput {
  @Field(() => ID, { description: 'The statement that is right.' })
  resourcesId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

@ObjectType({ description: 'What came of a choice: the resources that count now, or a refusal.' })
export class ChooseResourcesPayload extends payloadOf(
  'ChooseResources',
  chooseReasons,
  'Why nothing was chosen; absent when something was.',
) {
  @Field(() => Resources, { nullable: true, description: 'What counts now, recorded anew by who chose.' })
  resources?: Resources | null;
}

type Result = { resources: Resources | null } | Refused<Word<typeof chooseReasons>>;

/** States one of them anew in place of all: who chose and when is kept, and so is what was not chosen. */
export const chooseResources = async (
  tx: Transaction,
  { resourcesId, version }: ChooseResourcesInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  // Whoever does not see its family is told that there is none, and that they asked is written down.
  const asked = await resourcesById(readingAsService(tx), resourcesId);
  if (!asked) return { refusal: 'UNKNOWN_RESOURCES' };
  const family = await lockKnownFamily(tx, asked.familyId, acting, 'benefits:write');
  if ('refusal' in family) return unknownAs(family, 'UNKNOWN_RESOURCES');
  const recorded = await statementsOfFamily(tx, family.id);
  const chosen = recorded.find(({ id }) => id === resourcesId);
  if (!chosen) return { refusal: 'UNKNOWN_RESOURCES' };

  const left = standing(recorded).filter(({ year }) => year === chosen.year);
  const refusal = choiceRefusal(chosen, { version }, left);
  if (refusal) return { refusal };

  const { prevails: _, version: __, ...stated } = chosen;
  const replaces = replacedBy(chosen, recorded);
  const resources = { ...stated, id: newId(), recordedAt: now, recordedBy: user.sub, replaces };
  await tx.insert(Resources, resources);
  return { resources: await resourcesById(tx, resources.id) };
};
