import { civilDate, oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const CommissionStatus = enumOf('CommissionStatus', 'Where an admission commission stands.', {
  SCHEDULED: 'It is still to decide.',
  CLOSED: 'Its decisions are final.',
});
export type CommissionStatus = keyof typeof CommissionStatus;

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A dated sitting in which long-term requests are decided (commission d’admission).',
})
@Entity('admission_commissions')
@Index('admission_commissions_by_day', ['heldOn', 'id'])
@Check('admission_commission_status_is_known', oneOf('status', CommissionStatus))
export class AdmissionCommission {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => CivilDate, { description: 'The day on which it sits.' })
  @Column({ ...civilDate, name: 'held_on' })
  heldOn!: Temporal.PlainDate;

  @Field(() => CommissionStatus, { description: 'Whether it still decides.' })
  @Column('text')
  status!: CommissionStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was entered after the day on which it sat; absent where it was scheduled before.',
  })
  @Column('text', { name: 'entered_late_because', nullable: true })
  enteredLateBecause!: string | null;

  @Field(() => Int, { description: 'Rises when it is closed.' })
  @Column('integer')
  version!: number;
}
