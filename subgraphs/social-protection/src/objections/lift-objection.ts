import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProfessionalInput } from '../professionals/named-colleague.ts';
import { republishIncomeSupport } from '../republish-families.ts';
import { lockObjection, othersInForce } from './objection.queries.ts';
import { liftObjectionReasons } from './objection.reasons.ts';
import { liftRefusal } from './objection.rules.ts';
import { Objection } from './objection.ts';
import { publishObjections } from './publish-objections.ts';
import { heardFrom } from './said-by-family.ts';

@InputType({ description: 'An objection that a family takes back.' })
export class LiftObjectionInput {
  @Field(() => ID, { description: 'The objection.' })
  objectionId!: string;

  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;

  @Field(() => ID, { description: 'The adult of the family who took it back.' })
  saidByAdultId!: string;

  @Field(() => CivilDate, { nullable: true, description: 'The day on which it was said; today when absent.' })
  saidOn?: Temporal.PlainDate | null;

  @Field(() => ProfessionalInput, {
    nullable: true,
    description: 'The colleague to whom it was said; you yourself when absent.',
  })
  toldTo?: ProfessionalInput | null;

  @Field(() => String, {
    description: 'Why, as the family said it; 4,000 characters at most, only what is necessary.',
  })
  reason!: string;
}

@ObjectType({ description: 'What came of lifting: the objection, lifted, or a refusal.' })
export class LiftObjectionPayload extends payloadOf(
  'LiftObjection',
  liftObjectionReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Objection, { nullable: true, description: 'The objection, in force no longer.' })
  objection?: Objection;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { objection: Objection } | Refused<Word<typeof liftObjectionReasons>>;

export const liftObjection = async (
  tx: Transaction,
  { objectionId, version, saidByAdultId, reason, saidOn, toldTo }: LiftObjectionInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now } = acting;
  const objection = await lockObjection(tx, objectionId, acting);
  if ('refusal' in objection) return objection;
  const { familyId } = objection;
  const saying = { familyId, saidByAdultId, text: reason, saidOn: saidOn ?? dayOf(now), toldTo };
  const heard = await heardFrom(tx, saying, acting);
  if ('refusal' in heard) return heard;
  const refusal = liftRefusal(objection, { version, saidOn: heard.saidOn });
  if (refusal) return { refusal };

  const changes = {
    liftedOn: heard.saidOn,
    liftSaidByAdultId: saidByAdultId,
    liftToldToSub: heard.toldToSub,
    liftedAt: now,
    liftReason: reason,
  };
  for (const same of await othersInForce(tx, objection)) await store(tx, Objection, same, changes);
  const lifted = await store(tx, Objection, objection, changes);
  await publishObjections(tx, [familyId]);
  await republishIncomeSupport(tx, [familyId]);
  await tellNow(tx, familyId);
  return { objection: lifted };
};
