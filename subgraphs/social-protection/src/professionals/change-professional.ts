import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { saidOr } from '@relais/platform/database/would-change.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { changeEntry, EntryVersion } from './professional.changes.ts';
import { changeReasons } from './professional.reasons.ts';
import { textsRefusal } from './professional.rules.ts';

@InputType({
  description: 'Where a professional of your own agency works, and how to reach them. What is absent stays.',
})
export class ChangeProfessionalInput extends EntryVersion {
  @Field(() => String, { nullable: true, description: 'Where the professional works; `null` when unknown.' })
  place?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The districts whose families the professional works for; `null` for none.',
  })
  districtIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The telephone at work; `null` when unknown.' })
  phone?: string | null;
}

@ObjectType({ description: 'What came of changing an entry of the directory.' })
export class ChangeProfessionalPayload extends payloadOf(
  'ChangeProfessional',
  changeReasons,
  'Why nothing was changed; absent when something was.',
) {
  @Field(() => Professional, { nullable: true, description: 'The entry as it is from now on.' })
  professional?: Professional;
}

export const changeProfessional = (
  tx: Transaction,
  { place, districtIds, phone, ...version }: ChangeProfessionalInput,
  acting: ActingUser,
) =>
  changeEntry(tx, version, acting, (entry) => {
    const refusal = textsRefusal([place, phone]);
    if (refusal) return { refusal };
    return {
      place: saidOr(entry.place, place),
      districtIds: districtIds === undefined ? entry.districtIds : (districtIds ?? []),
      phone: saidOr(entry.phone, phone),
    };
  });
