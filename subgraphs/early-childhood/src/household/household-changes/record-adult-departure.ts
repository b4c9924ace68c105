import type { ActingUser } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Adult } from '../../families/families/adult.ts';
import { adultChanged } from '../registration/member.changes.ts';
import { countOtherAdults, lockAdult } from './household-changes.queries.ts';
import { adultDepartureReasons } from './household-changes.reasons.ts';
import { adultDepartureRefusal } from './household-changes.rules.ts';

@InputType({ description: 'An adult who leaves a family, or did not leave after all.' })
export class RecordAdultDepartureInput {
  @Field(() => ID, { description: 'The adult.' })
  adultId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day without the adult, today or before; absent takes an earlier departure back.',
  })
  leftOn?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'The adult who left or is back, or why nothing was written down.' })
export class RecordAdultDeparturePayload extends payloadOf(
  'RecordAdultDeparture',
  adultDepartureReasons,
  'Why not; absent when recorded.',
) {
  @Field(() => Adult, { nullable: true, description: 'The adult; absent when refused.' })
  adult?: Adult;
}

type Result = { readonly adult: Adult } | Refused<Word<typeof adultDepartureReasons>>;

/** The adult stays in the family's history; from that day the other agencies no longer count them. */
export const recordAdultDeparture = async (
  tx: Transaction,
  { adultId, version, leftOn = null }: RecordAdultDepartureInput,
  acting: ActingUser,
): Promise<Result> => {
  const locked = await lockAdult(tx, adultId, acting);
  if (!locked) return { refusal: 'UNKNOWN_ADULT' };
  const { family, member: adult } = locked;
  if (adult.version !== version) return { refusal: 'STALE_VERSION' };
  const otherAdults = await countOtherAdults(tx, adult);
  const refusal = adultDepartureRefusal({ leftOn, joinedOn: adult.joinedOn, otherAdults }, dayOf(acting.now));
  if (refusal) return { refusal };

  const departed = await store(tx, Adult, adult, { leftOn });
  await adultChanged(tx, family, adult, leftOn ? 'ADULT_LEFT' : 'ADULT_BACK', acting);
  return { adult: departed };
};
