import { civilDate } from '@relais/platform/database/columns.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { State } from './entitlement-status.ts';

/** Rows are only added: a trigger refuses to change or delete them. */
@ObjectType({ description: 'A state of an entitlement, as it was recorded.' })
@Entity('entitlement_states')
@Unique('entitlement_states_one_per_version', ['entitlementId', 'version'])
@Check(
  'entitlement_states_state_known',
  `state in ('PENDING', 'REFUSED', 'OPEN', 'SUSPENDED', 'PAYMENT_SUSPENDED', 'CLOSED', 'CLOSED_EARLIER')`,
)
@Check(
  'entitlement_states_amount_of_a_right',
  `monthly_amount_cents is null or (monthly_amount_cents >= 0 and state in ('OPEN', 'SUSPENDED'))`,
)
export class EntitlementState {
  @Field(() => ID, { description: 'Identifies the record.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entitlement_states_pkey' })
  id!: string;

  @ForeignKey('Entitlement', { name: 'entitlement_states_entitlement_fkey' })
  @Column('uuid', { name: 'entitlement_id' })
  entitlementId!: string;

  /** The version of the entitlement that this state made: 1, 2, 3… */
  @Column('integer')
  version!: number;

  @Field(() => State, { description: 'The state.' })
  @Column('text')
  state!: State;

  @Field(() => Int, { nullable: true, description: 'Euro cents per month; absent when unknown or none.' })
  @Column('integer', { name: 'monthly_amount_cents', nullable: true })
  monthlyAmountCents!: number | null;

  @Field(() => CivilDate, { description: 'First day on which it holds.' })
  @Column({ ...civilDate, name: 'from_on' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    nullable: true,
    description:
      'First day on which it holds no longer; absent while it lasts. Equal to `from` when it was replaced.',
  })
  to!: Temporal.PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Official code of the reason; RSA suspensions and closures only.',
  })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description:
      'The day of which the source said it; absent when it was typed in on the day it was recorded.',
  })
  @Column({ ...civilDate, name: 'stated_on', nullable: true })
  statedOn!: Temporal.PlainDate | null;

  @Field(() => DateTime, { description: 'When it was recorded here: from that day on it is known.' })
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
}
