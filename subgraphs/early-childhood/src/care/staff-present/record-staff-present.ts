import type { Acting } from '@relais/platform/acting.ts';
import type { User } from '@relais/platform/auth/user.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { mayActForCentre } from '../../centres/centres/centre-staff.rules.ts';
import { noteStaff } from './staff-present.queries.ts';
import { staffReasons } from './staff-present.reasons.ts';
import { staffProblem } from './staff-present.rules.ts';

@InputType({ description: 'How many adults are with the children of a centre, without a name of anybody.' })
export class RecordStaffPresentInput {
  @Field(() => ID, { description: 'The centre.' })
  centreId!: string;

  @Field(() => DateTime, { description: 'From when, on the half-hour: today, or up to a month ahead.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'Until when, on the half-hour and the same day.' })
  endsAt!: Date;

  @Field(() => Int, {
    description:
      'How many adults are with the children then. What was noted of these half-hours before no longer holds.',
  })
  adults!: number;
}

@ObjectType({ description: 'The centre with the staff that was noted, or why it was not.' })
export class RecordStaffPresentPayload extends payloadOf(
  'RecordStaffPresent',
  staffReasons,
  'Why nothing was noted; absent when it was.',
) {
  @Field(() => Centre, { nullable: true, description: 'The centre; absent when refused.' })
  centre?: Centre;
}

/** Somebody who acts for certain centres, or for all. */
type ActingForCentres = Acting & { readonly user: Pick<User, 'sub' | 'role' | 'centreIds'> };

/** The centre, where who acts may act for it; else it is as absent. */
export const centreFor = async (
  tx: Transaction,
  id: string,
  { user }: ActingForCentres,
): Promise<Centre | null> => (mayActForCentre(user, id) ? tx.findOneBy(Centre, { id }) : null);

export const recordStaffPresent = async (
  tx: Transaction,
  { centreId, ...staff }: RecordStaffPresentInput,
  acting: ActingForCentres,
): Promise<{ readonly centre: Centre } | Refused<Word<typeof staffReasons>>> => {
  const centre = await centreFor(tx, centreId, acting);
  if (!centre) return { refusal: 'UNKNOWN_CENTRE' };
  const refusal = staffProblem(staff, acting.now);
  if (refusal) return { refusal };
  await noteStaff(tx, centreId, staff, acting);
  return { centre };
};
