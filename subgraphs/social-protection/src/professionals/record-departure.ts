import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { changeEntry, EntryVersion } from './professional.changes.ts';
import { departureReasons } from './professional.reasons.ts';

@InputType({ description: 'That a professional of your own agency leaves their post.' })
export class RecordDepartureInput extends EntryVersion {
  @Field(() => CivilDate, {
    nullable: true,
    description:
      'First day on which the professional no longer works there; today when absent, `null` to take it back.',
  })
  on?: Temporal.PlainDate | null;
}

@ObjectType({ description: 'What came of recording a departure.' })
export class RecordDeparturePayload extends payloadOf(
  'RecordDeparture',
  departureReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => Professional, { nullable: true, description: 'The entry as it is from now on.' })
  professional?: Professional;
}

/** Nobody who has left is entrusted with anything new; what they had is handed on by taking over. */
export const recordDeparture = (
  tx: Transaction,
  { on, ...version }: RecordDepartureInput,
  acting: ActingUser,
) =>
  changeEntry<never>(tx, version, acting, () => ({ departedOn: on === undefined ? dayOf(acting.now) : on }));
