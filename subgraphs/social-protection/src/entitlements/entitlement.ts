import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EntitlementConfirmation } from './entitlement-confirmation.ts';
import { EntitlementConflict } from './entitlement-conflict.ts';
import { EntitlementState } from './entitlement-state.ts';
import { State } from './entitlement-status.ts';
import { InformationSource } from './information-source.ts';
import { Scheme } from './scheme.ts';

/** One benefit of a family. What it was on a day lies in its states, which are only ever added to. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'One benefit of a family or of one of its adults, as it was on the day asked for.',
})
@Entity('entitlements')
@Index('entitlements_rsa', ['familyId'], { where: "scheme = 'RSA'" })
@Index('entitlements_by_family', ['familyId'])
@Check(
  'entitlements_scheme_known',
  `scheme in ('RSA', 'PRIME_ACTIVITE', 'ASF', 'AAH', 'AEEH', 'PAJE_BASE', 'CMG', 'HOUSING_AID', 'FAMILY_ALLOWANCES')`,
)
@Check('entitlements_of_a_child_are_due_for_one', `child_id is null or scheme in ('ASF', 'AEEH', 'CMG')`)
@Index('entitlements_by_child', ['childId'], { where: 'child_id is not null' })
@Check('entitlements_source_known', `source in ('CAF', 'MSA', 'TYPED_IN')`)
export class Entitlement {
  @Field(() => ID, { description: 'Identifies the entitlement.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entitlements_pkey' })
  id!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('uuid', { name: 'adult_id', nullable: true })
  adultId!: string | null;

  @Column('uuid', { name: 'child_id', nullable: true })
  childId!: string | null;

  @Field(() => Scheme, { description: 'Which benefit.' })
  @Column('text')
  scheme!: Scheme;

  @Field(() => InformationSource, { description: 'Who told us of it.' })
  @Column('text')
  source!: InformationSource;

  @Field(() => String, {
    nullable: true,
    description: 'The number its source gives it, when it came in a bulk update that had one.',
  })
  @Column('text', { name: 'source_number', nullable: true })
  sourceNumber!: string | null;

  @Field(() => Int, {
    description: 'The version to send with a change: how many states it had on the day asked for.',
  })
  @Column('integer')
  version!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was taken off the record, where it should never have been; absent of all others.',
  })
  @Column('timestamptz', { name: 'mistaken_at', nullable: true })
  mistakenAt!: Date | null;

  @Field(() => State, { description: 'The state in force on the day asked for.' })
  state!: State;

  @Field(() => Int, {
    nullable: true,
    description: 'Euro cents per month in that state; absent when unknown or none.',
  })
  monthlyAmountCents!: number | null;

  @Field(() => CivilDate, {
    description: 'First day of that state; a new amount or reason alone does not move it.',
  })
  since!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'The day of the newest information from its source.' })
  statedOn!: Temporal.PlainDate;

  @Field(() => Boolean, {
    description:
      'Whether it is what counts: nobody said anything fresher of the same benefit of the same holder.',
  })
  prevails!: boolean;

  @ListSize(2)
  @Field(() => [EntitlementConflict], {
    description:
      'What other sources, or a second file of the same source as a merge may bring, say otherwise of the same benefit of the same holder.',
  })
  conflicts!: EntitlementConflict[];

  @ListSize(5)
  @Field(() => [EntitlementState], { description: 'Every state known on that day, oldest first.' })
  history!: EntitlementState[];
}

/** An entitlement with all states ever recorded: what the database holds, before a day is chosen. */
export type EntitlementFile = Pick<
  Entitlement,
  'id' | 'familyId' | 'adultId' | 'childId' | 'scheme' | 'source' | 'sourceNumber' | 'version' | 'mistakenAt'
> & {
  readonly states: readonly EntitlementState[];
  readonly confirmations: readonly Pick<EntitlementConfirmation, 'statedOn' | 'recordedAt'>[];
};
