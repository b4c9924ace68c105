import { oneOf } from '@relais/platform/database/columns.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Authorized, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Permission } from '../../permissions.ts';
import { Family } from '../families/family.ts';
import { AddressProtectionBasis } from './address-protection-basis.ts';

@ObjectType({
  description:
    'That it could harm a family if others knew where it lives: while it lasts, only its support team reads the address.',
})
@Entity('address_protections')
@Index('address_protections_of_family', ['familyId', 'beganAt'])
@Check('address_protection_basis_is_known', oneOf('basis', AddressProtectionBasis))
@Check(
  'address_protection_ends_as_a_whole',
  '(ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null)',
)
export class AddressProtection {
  @Field(() => ID, { description: 'Identifies the protection.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'address_protections_pkey' })
  id!: string;

  @ForeignKey(() => Family, { name: 'address_protection_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Authorized<Permission>('home:read')
  @Field(() => AddressProtectionBasis, { nullable: true, description: 'On what it rests.' })
  @Column('text')
  basis!: AddressProtectionBasis;

  @Column('text')
  reason!: string;

  @Field(() => DateTime, { description: 'From when on.' })
  @Column('timestamptz', { name: 'began_at' })
  beganAt!: Date;

  @Field(() => String, { description: 'Who protected it: the subject (`sub`) of the token.' })
  @Column('text', { name: 'began_by' })
  beganBy!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when; absent while it lasts.' })
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who ended it: the subject (`sub`) of the token; absent while it lasts.',
  })
  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Authorized<Permission>('home:read')
  @Field(() => String, { nullable: true, description: 'Why it was ended; absent while it lasts.' })
  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;

  @Field(() => Int, { description: 'The version to send with a change.' })
  @Column('integer')
  version!: number;
}
