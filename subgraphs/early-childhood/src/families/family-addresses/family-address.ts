import { civilDate } from '@relais/platform/database/columns.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Address } from '../../centres/districts/address.ts';
import { District } from '../../centres/districts/district.ts';
import { Family } from '../families/family.ts';
import type { FamilyHome } from './family-home.ts';

@ObjectType({ description: 'Where a family lives or lived, and when.' })
@Entity('family_addresses')
@Index('family_addresses_of_family', ['familyId', 'fromDay'])
@Index('family_addresses_of_district', ['districtId'], { where: 'district_id is not null' })
@Check('address_position_is_whole', '(latitude is null) = (longitude is null)')
@Check('address_held_from_before_it_ended', 'from_day <= until_day')
export class FamilyAddress {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Family, { name: 'address_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => Address, { description: 'The address.' })
  @Column(() => Address, { prefix: '' })
  address!: Address;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @ForeignKey(() => District, { name: 'address_in_a_known_district' })
  @Column('uuid', { name: 'district_id', nullable: true })
  districtId!: string | null;

  @Field(() => CivilDate, { description: 'First day, as far as the service point knows.' })
  @Column({ ...civilDate, name: 'from_day' })
  fromDay!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    nullable: true,
    description:
      'The day the next address held from; absent for the present one, the same as `fromDay` when it was corrected that day.',
  })
  @Column({ ...civilDate, name: 'until_day' })
  untilDay!: Temporal.PlainDate | null;
}

/** An address written down wrongly: the right one holds from the same day. */
export const isCorrected = ({ fromDay, untilDay }: FamilyAddress): boolean =>
  untilDay?.equals(fromDay) ?? false;

/** The day from which the family's present address holds; the first one since it was registered. */
export const addressSinceOf = ({ addressSince, registeredAt }: Family): Temporal.PlainDate =>
  addressSince ?? dayOf(registeredAt);

/** The family's present address as one of its addresses, with the day it ended, if any. */
export const presentAddressOf = (
  family: Family,
  { address, latitude, longitude }: FamilyHome,
  untilDay: Temporal.PlainDate | null = null,
): FamilyAddress => {
  const { id: familyId, districtId } = family;
  const fromDay = addressSinceOf(family);
  const whole = { id: newId(), familyId, address, latitude, longitude, districtId, fromDay, untilDay };
  return Object.assign(new FamilyAddress(), whole);
};
