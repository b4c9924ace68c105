import { civilDate } from '@relais/platform/database/columns.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Authorized, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Permission } from '../../permissions.ts';
import { Family } from './family.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A child of a family, born or expected.' })
@Entity('children')
@Index('children_of_family', ['familyId'])
@Index('children_by_day_of_birth', { synchronize: false })
@Check('child_is_born_or_expected', 'num_nonnulls(birth_date, expected_date) = 1')
@Check('child_joins_before_leaving', 'joined_on <= left_on')
@Check('born_child_has_a_first_name', 'birth_date is null or first_name is not null')
@Index('children_merged', ['mergedInto'], { where: 'merged_into is not null' })
@Check('child_not_merged_into_itself', 'merged_into <> id')
export class Child {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Family, { name: 'child_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => String, { nullable: true, description: 'First name; an expected child may have none yet.' })
  @Column('text', { name: 'first_name', nullable: true })
  firstName!: string | null;

  @Field(() => String, { description: 'Last name.' })
  @Column('text', { name: 'last_name' })
  lastName!: string;

  @Authorized<Permission>('family:details')
  @Field(() => CivilDate, {
    nullable: true,
    description: 'Day of birth; absent while the child is expected.',
  })
  @Column({ ...civilDate, name: 'birth_date', nullable: true })
  birthDate!: Temporal.PlainDate | null;

  @Authorized<Permission>('family:details')
  @Field(() => CivilDate, {
    nullable: true,
    description: 'Day on which the child is expected; absent once born.',
  })
  @Column({ ...civilDate, name: 'expected_date', nullable: true })
  expectedDate!: Temporal.PlainDate | null;

  @Authorized<Permission>('care:read')
  @ListSize(2)
  @Field(() => [String], {
    nullable: true,
    description: 'Who, besides the family’s adults, may collect the child.',
  })
  @Column('text', { name: 'may_be_collected_by', array: true })
  mayBeCollectedBy!: string[];

  /** By the name of who may collect it, as names are compared, the number at which they are reached. */
  @Column('jsonb', { name: 'collector_phones', default: {} })
  collectorPhones!: Readonly<Record<string, string>>;

  @Authorized<Permission>('care:read')
  @Field(() => CivilDate, { nullable: true, description: 'Day on which the vaccinations were last checked.' })
  @Column({ ...civilDate, name: 'vaccination_checked_on', nullable: true })
  vaccinationCheckedOn!: Temporal.PlainDate | null;

  @Authorized<Permission>('care:read')
  @Field(() => CivilDate, {
    nullable: true,
    description:
      'The first day on which it is counted as walking; absent while it does not walk, or nobody said so. Fewer adults are needed for children who walk (code de la santé publique R2324-46-4).',
  })
  @Column({ ...civilDate, name: 'walks_since', nullable: true })
  walksSince!: Temporal.PlainDate | null;

  @Authorized<Permission>('family:details')
  @Field(() => CivilDate, {
    nullable: true,
    description: 'First day in the family; absent for who was there when it was registered.',
  })
  @Column({ ...civilDate, name: 'joined_on', nullable: true })
  joinedOn!: Temporal.PlainDate | null;

  @Authorized<Permission>('family:details')
  @Field(() => CivilDate, {
    nullable: true,
    description: 'The day the child left the family, from which it no longer counts; absent while in it.',
  })
  @Column({ ...civilDate, name: 'left_on', nullable: true })
  leftOn!: Temporal.PlainDate | null;

  /** The child that stays, when this one was registered twice; never one that is merged itself. */
  @ForeignKey(() => Child, { name: 'child_merged_into_a_known_one' })
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;

  /** The family in whose file, or for whose care, it is read; absent where it is read by itself. */
  readonly seenFrom?: string;
}

/** The child as one of its families sees it: under shared residence, the other one is the other family. */
export const asSeenFrom = (child: Child, familyId: string): Child =>
  Object.assign(new Child(), child, { seenFrom: familyId });
