import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Recording } from '../entitlements/open-entitlement.ts';
import { lockKnownFamily } from '../known-families/known-family.queries.ts';
import { choiceMessages } from '../messages.ts';
import { resourcesById, statementsOfFamily } from './resources.queries.ts';
import { type ChoiceRefusal, choiceRefusal, replacedBy, standing } from './resources.rules.ts';
import { Resources } from './resources.ts';

@InputType({ description: 'The statement that is right, of several that a merge of files left of one year.' })
export class ChooseResourcesInput {
  @Field(() => ID, { description: 'The statement that is right.' })
  resourcesId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

export const ChooseResourcesRefusal = refusalOfCatalogue<ChoiceRefusal>(
  'ChooseResourcesRefusal',
  {
    UNKNOWN_RESOURCES: 'There is no such statement.',
    STALE_VERSION: 'Something was recorded for this year since it was read.',
    NOTHING_TO_CHOOSE: 'It counts alone already, or was replaced: `recordResources` corrects it.',
  },
  choiceMessages,
);

@ObjectType({ description: 'What came of a choice: the resources that count now, or a refusal.' })
export class ChooseResourcesPayload {
  @Field(() => Resources, { nullable: true, description: 'What counts now, recorded anew by who chose.' })
  resources!: Resources | null;

  @Field(() => ChooseResourcesRefusal, { nullable: true, description: 'Why nothing was chosen.' })
  refusal!: InstanceType<typeof ChooseResourcesRefusal> | null;
}

export type ChooseResourcesResult = { resources: Pick<Resources, 'id'> } | { refusal: ChoiceRefusal };

/** States one of them anew in place of all: who chose and when is kept, and so is what was not chosen. */
export const chooseResources = async (
  tx: Transaction,
  { resourcesId, version }: ChooseResourcesInput,
  { now, by }: Recording,
): Promise<ChooseResourcesResult> => {
  const asked = await resourcesById(tx, resourcesId);
  if (!asked) return { refusal: 'UNKNOWN_RESOURCES' };
  const family = await lockKnownFamily(tx, asked.familyId);
  const recorded = await statementsOfFamily(tx, family?.id ?? asked.familyId);
  const chosen = recorded.find(({ id }) => id === resourcesId);
  if (!chosen) return { refusal: 'UNKNOWN_RESOURCES' };

  const left = standing(recorded).filter(({ year }) => year === chosen.year);
  const refusal = choiceRefusal(chosen, { version }, left);
  if (refusal) return { refusal };

  const { prevails: _, version: __, ...stated } = chosen;
  const replaces = replacedBy(chosen, recorded);
  const resources = { ...stated, id: newId(), recordedAt: now, recordedBy: by, replaces };
  await tx.insert(Resources, resources);
  return { resources };
};
