import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { tellIncomeSupport } from '../benefits-status/tell-income-support.ts';
import { forSurvivor, knownAdult, lockKnownFamily } from '../known-families/known-family.queries.ts';
import { openingMessages } from '../messages.ts';
import { entitlementFile, entitlementFilesOfFamilies } from './entitlement.queries.ts';
import { Entitlement, type EntitlementFile, Scheme } from './entitlement.ts';
import {
  holderRefusal,
  isSameOpening,
  type Opening,
  type OpeningRefusal,
  openingRefusal,
} from './entitlement-changes.rules.ts';
import { EntitlementState, State } from './entitlement-state.ts';
import { InformationSource } from './information-source.ts';

@InputType({ description: 'A benefit to put on record.' })
export class OpenEntitlementInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family whose benefit it is.' })
  familyId!: string;

  @Field(() => ID, { nullable: true, description: 'The adult who holds it; absent when the family does.' })
  adultId?: string | null;

  @Field(() => Scheme, { description: 'Which benefit.' })
  scheme!: Scheme;

  @Field(() => InformationSource, { defaultValue: 'TYPED_IN', description: 'Who told us of it.' })
  source!: InformationSource;

  @Field(() => State, {
    defaultValue: 'PENDING',
    description: 'Its first state here: pending, open or suspended.',
  })
  state!: State;

  @Field(() => Int, {
    nullable: true,
    description: 'Euro cents per month, when open or suspended and known.',
  })
  monthlyAmountCents?: number | null;

  @Field(() => CivilDate, { description: 'First day of that state, today at the latest.' })
  from!: Temporal.PlainDate;

  @Field(() => String, { nullable: true, description: 'Code of the reason, when an RSA is suspended.' })
  reason?: string | null;
}

export const OpenEntitlementRefusal = refusalOfCatalogue<OpeningRefusal>(
  'OpenEntitlementRefusal',
  {
    UNKNOWN_FAMILY: 'The family is not known to this agency (yet).',
    UNKNOWN_ADULT: 'The adult is not known to this agency (yet).',
    ADULT_OF_ANOTHER_FAMILY: 'The adult does not belong to this family.',
    FORBIDDEN_STATE: 'A benefit of this scheme is not put on record in this state.',
    FROM_IN_THE_FUTURE: '`from` lies after today.',
    FROM_TOO_LONG_AGO: '`from` lies before the family benefit funds existed (1946).',
    NEGATIVE_AMOUNT: 'The amount is below zero.',
    AMOUNT_WITHOUT_RIGHT: 'An amount is given for a state that has none.',
    UNKNOWN_REASON: 'The reason is not in the official list for this state.',
    ALREADY_OPEN: 'The same holder has this benefit on record and it is not over.',
    CONFLICT: 'Another record with this id exists.',
  },
  openingMessages,
);

@ObjectType({ description: 'What came of opening an entitlement: the record, or a refusal.' })
export class OpenEntitlementPayload {
  @Field(() => Entitlement, { nullable: true, description: 'The entitlement as of today.' })
  entitlement!: Entitlement | null;

  @Field(() => OpenEntitlementRefusal, { nullable: true, description: 'Why nothing was recorded.' })
  refusal!: InstanceType<typeof OpenEntitlementRefusal> | null;
}

export type OpenEntitlementResult = { entitlement: EntitlementFile } | { refusal: OpeningRefusal };
export type Recording = { readonly now: Date; readonly by: string };

const openingOf = (input: OpenEntitlementInput): Opening => ({
  ...input,
  adultId: input.adultId ?? null,
  monthlyAmountCents: input.monthlyAmountCents ?? null,
  reason: input.reason ?? null,
});

const store = async (
  tx: Transaction,
  id: string,
  opening: Opening,
  { now, by }: Recording,
): Promise<void> => {
  const { familyId, adultId, scheme, source, state, monthlyAmountCents, from, reason } = opening;
  await tx.insert(Entitlement, { id, familyId, adultId, scheme, source, version: 1 });
  await tx.insert(EntitlementState, {
    id: newId(),
    entitlementId: id,
    version: 1,
    state,
    monthlyAmountCents,
    from,
    reason,
    recordedAt: now,
    recordedBy: by,
  });
};

export const openEntitlement = async (
  tx: Transaction,
  asked: OpenEntitlementInput,
  recording: Recording,
): Promise<OpenEntitlementResult> => {
  const input = await forSurvivor(tx, asked);
  const opening = openingOf(input);
  const family = await lockKnownFamily(tx, opening.familyId);
  const adult = opening.adultId ? await knownAdult(tx, opening.adultId) : null;
  const unknown = holderRefusal(opening, {
    isFamilyKnown: family !== null,
    adultFamilyId: adult?.familyId ?? null,
  });
  if (unknown) return { refusal: unknown };

  const id = input.id ?? newId();
  const sent = await entitlementFile(tx, id);
  if (sent) return isSameOpening(sent, opening) ? { entitlement: sent } : { refusal: 'CONFLICT' };

  const onFile = await entitlementFilesOfFamilies(tx, [opening.familyId]);
  const refusal = openingRefusal(opening, onFile, dayOf(recording.now));
  if (refusal) return { refusal };

  await store(tx, id, opening, recording);
  if (opening.scheme === 'RSA') await tellIncomeSupport(tx, opening.familyId);
  const entitlement = await entitlementFile(tx, id);
  return entitlement ? { entitlement } : { refusal: 'CONFLICT' };
};
