import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { findProfessional } from '@relais/platform/professionals/professional.queries.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType, ObjectType } from 'type-graphql';
import { ProfessionalInput } from './named-colleague.ts';
import { changeEntry, EntryVersion } from './professional.changes.ts';
import { absenceReasons } from './professional.reasons.ts';
import { absenceRefusal } from './professional.rules.ts';

@InputType({
  description: 'The absence of a professional of your own agency, in place of the one on record.',
})
export class RecordAbsenceInput extends EntryVersion {
  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day away; absent to take the absence on record back.',
  })
  from?: Temporal.PlainDate | null;

  @Field(() => CivilDate, { nullable: true, description: 'First day back; absent while nobody knows it.' })
  to?: Temporal.PlainDate | null;

  @Field(() => ProfessionalInput, {
    nullable: true,
    description: 'Who stands in: a colleague of the same agency and role.',
  })
  standIn?: ProfessionalInput | null;
}

@ObjectType({ description: 'What came of recording an absence.' })
export class RecordAbsencePayload extends payloadOf(
  'RecordAbsence',
  absenceReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => Professional, { nullable: true, description: 'The entry as it is from now on.' })
  professional?: Professional;
}

export const recordAbsence = async (
  tx: Transaction,
  { from = null, to = null, standIn: named, ...version }: RecordAbsenceInput,
  acting: ActingUser,
) => {
  const standIn = named ? await findProfessional(tx, named) : null;
  return changeEntry(tx, version, acting, (entry) => {
    const absence = { from, to, namesStandIn: Boolean(named), standIn };
    const refusal = absenceRefusal(entry, absence, dayOf(acting.now));
    if (refusal) return { refusal };
    return { absentFrom: from, absentTo: to, standInSub: standIn?.sub ?? null };
  });
};
