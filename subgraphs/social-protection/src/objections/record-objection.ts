import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { forSurvivor } from '../known-families/known-family.queries.ts';
import { ProfessionalInput } from '../professionals/named-colleague.ts';
import { objectionsOfFamilies } from './objection.queries.ts';
import { recordObjectionReasons } from './objection.reasons.ts';
import { recordRefusal } from './objection.rules.ts';
import { AgencyKind, Objection, SharedCategory } from './objection.ts';
import { publishObjections } from './publish-objections.ts';
import { heardFrom } from './said-by-family.ts';

@InputType({ description: 'What a family objects to sharing, as it said so.' })
export class RecordObjectionInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => SharedCategory, { description: 'What is not to be shared.' })
  category!: SharedCategory;

  @Field(() => AgencyKind, { description: 'With whom it is not.' })
  agency!: AgencyKind;

  @Field(() => ID, { description: 'The adult of the family who said so.' })
  saidByAdultId!: string;

  @Field(() => CivilDate, { nullable: true, description: 'The day on which it was said; today when absent.' })
  saidOn?: Temporal.PlainDate | null;

  @Field(() => ProfessionalInput, {
    nullable: true,
    description: 'The colleague to whom it was said; you yourself when absent.',
  })
  toldTo?: ProfessionalInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'What else was said; 4,000 characters at most, only what is necessary.',
  })
  note?: string | null;
}

@ObjectType({ description: 'What came of recording: the objection, or a refusal.' })
export class RecordObjectionPayload extends payloadOf(
  'RecordObjection',
  recordObjectionReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => Objection, { nullable: true, description: 'The objection, in force.' })
  objection?: Objection;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { objection: Objection } | Refused<Word<typeof recordObjectionReasons>>;

type Recorded = Pick<
  Objection,
  'familyId' | 'category' | 'agency' | 'saidByAdultId' | 'toldToSub' | 'note'
> & {
  readonly saidOn: Temporal.PlainDate;
};

const isSame = (objection: Objection, recorded: Recorded): boolean =>
  objection.familyId === recorded.familyId &&
  objection.category === recorded.category &&
  objection.agency === recorded.agency &&
  objection.saidByAdultId === recorded.saidByAdultId &&
  objection.toldToSub === recorded.toldToSub &&
  objection.note === recorded.note &&
  objection.saidOn.equals(recorded.saidOn);

const NOT_LIFTED = {
  liftedOn: null,
  liftSaidByAdultId: null,
  liftToldToSub: null,
  liftedAt: null,
  liftReason: null,
} as const;

const storeObjection = async (
  tx: Transaction,
  id: string,
  recorded: Recorded,
  now: Date,
): Promise<Objection> => {
  const objection = tx.create(Objection, { id, ...recorded, recordedAt: now, ...NOT_LIFTED, version: 1 });
  await tx.insert(Objection, objection);
  await publishObjections(tx, [recorded.familyId]);
  await tellNow(tx, recorded.familyId);
  return objection;
};

export const recordObjection = async (
  tx: Transaction,
  asked: RecordObjectionInput,
  acting: ActingUser,
): Promise<Result> => {
  const input = await forSurvivor(tx, asked, acting, 'objection:write');
  if ('refusal' in input) return input;
  const { familyId, category, agency, saidByAdultId, note = null, saidOn, toldTo } = input;
  const saying = { familyId, saidByAdultId, text: note, saidOn: saidOn ?? dayOf(acting.now), toldTo };
  const heard = await heardFrom(tx, saying, acting);
  if ('refusal' in heard) return heard;
  const recorded = { familyId, category, agency, saidByAdultId, note, ...heard };
  const sent = await sentBefore(tx, Objection, input.id, (each) => isSame(each, recorded));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) {
    await tellNow(tx, familyId);
    return { objection: sent };
  }
  const refusal = recordRefusal(recorded, await objectionsOfFamilies(tx, [familyId]));
  if (refusal) return { refusal };
  return { objection: await storeObjection(tx, input.id ?? newId(), recorded, acting.now) };
};
