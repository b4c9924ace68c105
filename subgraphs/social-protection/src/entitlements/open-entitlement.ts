import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { publishIncomeSupport } from '../benefits-status/publish-income-support.ts';
import { childToday, knownChildren } from '../known-families/known-child.queries.ts';
import { forSurvivor, seenAdults } from '../known-families/known-family.queries.ts';
import { entitlementAsOf, entitlementFile, entitlementFilesOfFamilies } from './entitlement.queries.ts';
import { openReasons } from './entitlement.reasons.ts';
import { onRecord } from './entitlement.rules.ts';
import { Entitlement } from './entitlement.ts';
import {
  holderRefusal,
  isSameOpening,
  type KnownPeople,
  type Opening,
  openingRefusal,
} from './entitlement-changes.rules.ts';
import { detailsOfBeginning } from './entitlement-state.messages.ts';
import { EntitlementState } from './entitlement-state.ts';
import { State } from './entitlement-status.ts';
import { InformationSource } from './information-source.ts';
import { Scheme } from './scheme.ts';

@InputType({ description: 'A benefit to put on record.' })
export class OpenEntitlementInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family whose benefit it is.' })
  familyId!: string;

  @Field(() => ID, { nullable: true, description: 'The adult who holds it; absent when the family does.' })
  adultId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The child for whom it is due (ASF, AEEH, CMG); an AEEH is always due for one, once for each child and source in a file. Of a benefit on record without it only an import with its number can say it.',
  })
  childId?: string | null;

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

@ObjectType({ description: 'What came of opening an entitlement: the record, or a refusal.' })
export class OpenEntitlementPayload extends payloadOf(
  'OpenEntitlement',
  openReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => Entitlement, { nullable: true, description: 'The entitlement as of today.' })
  entitlement?: Entitlement | null;
}

type Result = { entitlement: Entitlement | null } | Refused<Word<typeof openReasons>>;

const openingOf = (input: OpenEntitlementInput): Opening => ({
  ...input,
  adultId: input.adultId ?? null,
  childId: input.childId ?? null,
  monthlyAmountCents: input.monthlyAmountCents ?? null,
  reason: input.reason ?? null,
});

const storeOpening = async (
  tx: Transaction,
  id: string,
  opening: Opening,
  { now, user }: ActingUser,
): Promise<void> => {
  const { familyId, adultId, childId, scheme, source, state, monthlyAmountCents, from, reason } = opening;
  await tx.insert(Entitlement, { id, familyId, adultId, childId, scheme, source, version: 1 });
  await tx.insert(EntitlementState, {
    id: newId(),
    entitlementId: id,
    version: 1,
    state,
    monthlyAmountCents,
    from,
    reason,
    recordedAt: now,
    recordedBy: user.sub,
  });
};

const knownPeople = async (
  tx: Transaction,
  { familyId, adultId, childId }: Opening,
  acting: ActingUser,
): Promise<KnownPeople> => {
  const [adult] = adultId ? await seenAdults(tx, [adultId], acting) : [];
  const children = childId ? await knownChildren(tx, [childId]) : [];
  return {
    adultFamilyId: adult?.familyId ?? null,
    hasChild: children.some((child) => child.familyId === familyId),
  };
};

/** What is on record is read for who the child is today, be it registered twice since. */
const ofPresentChild = async (tx: Transaction, opening: Opening): Promise<Opening> =>
  opening.childId ? { ...opening, childId: await childToday(tx, opening.childId) } : opening;

export const openEntitlement = async (
  tx: Transaction,
  asked: OpenEntitlementInput,
  acting: ActingUser,
): Promise<Result> => {
  const input = await forSurvivor(tx, asked, acting, 'benefits:write');
  if ('refusal' in input) return input;
  const opening = openingOf(input);
  const id = input.id ?? newId();
  const today = dayOf(acting.now);
  const sent = await entitlementFile(tx, id);
  if (sent && !isSameOpening(sent, await ofPresentChild(tx, opening))) return { refusal: 'CONFLICT' };
  if (sent) return { entitlement: await entitlementAsOf(tx, sent, today) };

  const unknown = holderRefusal(opening, await knownPeople(tx, opening, acting));
  if (unknown) return { refusal: unknown };
  const onFile = onRecord(await entitlementFilesOfFamilies(tx, [opening.familyId]));
  const refusal = openingRefusal(opening, onFile, today);
  if (refusal) return { refusal, details: detailsOfBeginning(opening.scheme, opening.state) };

  await storeOpening(tx, id, opening, acting);
  if (opening.scheme === 'RSA') await publishIncomeSupport(tx, opening.familyId);
  return { entitlement: await entitlementAsOf(tx, { id, familyId: opening.familyId }, today) };
};
