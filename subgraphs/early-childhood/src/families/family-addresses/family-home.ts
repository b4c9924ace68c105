import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Address } from '../../centres/districts/address.ts';
import type { Position } from '../../centres/districts/position.ts';
import { Family } from '../families/family.ts';

/** Where a family lives: apart from the family, so that the database shows it to those alone who may know. */
@Entity('family_homes')
@Check('family_home_position_is_whole', '(latitude is null) = (longitude is null)')
export class FamilyHome {
  @ForeignKey(() => Family, { name: 'family_home_of_a_known_family' })
  @PrimaryColumn('uuid', { name: 'family_id' })
  familyId!: string;

  @Column(() => Address, { prefix: '' })
  address!: Address;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;
}

type Located = Pick<FamilyHome, 'latitude' | 'longitude'>;

/** Where it stands on the map, when it was located. */
export const positionOf = ({ latitude, longitude }: Located): Position | null =>
  latitude === null || longitude === null ? null : { latitude, longitude };

export const locatedAt = (position: Position | null | undefined): Located => ({
  latitude: position?.latitude ?? null,
  longitude: position?.longitude ?? null,
});
