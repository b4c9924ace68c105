import { oneOf } from '@relais/platform/database/columns.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Child } from '../families/child.ts';
import { Family } from '../families/family.ts';
import type { Side } from './residence-calendar.rules.ts';
import { exceptionsColumn, rulesColumn, type StoredException, type StoredRule } from './residence-rule.ts';

const SIDES = ['REGISTERED', 'OTHER'] as const satisfies readonly Side[];

@ObjectType({
  description: 'A child who lives by turns with two families (résidence alternée, code civil 373-2-9).',
})
@Entity('shared_residences')
@Index('shared_residences_of_family', ['otherFamilyId'])
@Check('shared_residence_ends_with_a_family', '(ended_at is null) = (lives_with is null)')
@Check('shared_residence_lives_with_is_known', oneOf('lives_with', SIDES))
export class SharedResidence {
  @ForeignKey(() => Child, { name: 'shared_residence_of_a_known_child' })
  @PrimaryColumn('uuid', { name: 'child_id' })
  childId!: string;

  @ForeignKey(() => Family, { name: 'shared_residence_with_a_known_family' })
  @Column('uuid', { name: 'other_family_id' })
  otherFamilyId!: string;

  /** First to last, with those that were replaced. */
  @Column('jsonb', rulesColumn)
  rules!: StoredRule[];

  /** With those that were taken back. */
  @Column('jsonb', exceptionsColumn)
  exceptions!: StoredException[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'From when on the child lives with one family only; absent while it lives by turns.',
  })
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** With which it lives once that has ended. */
  @Column('text', { name: 'lives_with', nullable: true })
  livesWith!: Side | null;

  @Field(() => Int, { description: 'Rises with every change of rules, exceptions, calendar or end.' })
  @Column('integer', { default: 1 })
  version!: number;

  /** The family of each side; the one in whose file it is read sees the other as the other. */
  familyIds?: Readonly<Record<Side, string>>;
}
