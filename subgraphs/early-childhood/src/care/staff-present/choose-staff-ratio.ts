import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { centreOn } from '../../centres/centres/centre-terms.rules.ts';
import { centreFor } from './record-staff-present.ts';
import { chooseRatio } from './staff-present.queries.ts';
import { ratioReasons } from './staff-present.reasons.ts';
import { ratioProblem } from './staff-present.rules.ts';
import { StaffRatio } from './staff-ratio.ts';

@InputType({ description: 'The ratio that a centre keeps to.' })
export class ChooseStaffRatioInput {
  @Field(() => ID, { description: 'The centre.' })
  centreId!: string;

  @Field(() => StaffRatio, { description: 'The ratio.' })
  ratio!: StaffRatio;

  @Field(() => CivilDate, { description: 'The first day on which it holds, today at the earliest.' })
  from!: Temporal.PlainDate;
}

@ObjectType({ description: 'The centre with its ratio, or why it was not chosen.' })
export class ChooseStaffRatioPayload extends payloadOf(
  'ChooseStaffRatio',
  ratioReasons,
  'Why it was not chosen; absent when it was.',
) {
  @Field(() => Centre, { nullable: true, description: 'The centre; absent when refused.' })
  centre?: Centre;
}

export const chooseStaffRatio = async (
  tx: Transaction,
  input: ChooseStaffRatioInput,
  acting: ActingUser,
): Promise<{ readonly centre: Centre } | Refused<Word<typeof ratioReasons>>> => {
  const centre = await centreFor(tx, input.centreId, acting);
  if (!centre) return { refusal: 'UNKNOWN_CENTRE' };
  const refusal = ratioProblem(centreOn(centre, input.from).kind, input.from, dayOf(acting.now));
  if (refusal) return { refusal };
  await chooseRatio(tx, input, acting);
  return { centre };
};
