import { civilDate } from '@relais/platform/database/columns.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

type Home = { readonly districtId: string | null; readonly from: string };

/** A family that the service point has registered: what this agency keeps of it (events tell the rest). */
@Directive('@key(fields: "id")')
@ObjectType('Family', { description: 'A family known to the service point.' })
@Entity('known_families')
@Index('known_families_merged', ['mergedInto'], { where: 'merged_into is not null' })
export class KnownFamily {
  @Field(() => ID, { description: 'The id under which all three agencies know the family.' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'known_families_pkey' })
  id!: string;

  @Column('text')
  reference!: string;

  /** That of the family at its owner: an older event changes nothing. */
  @Column('integer')
  version!: number;

  /** Where it lives now, when that is known. */
  @Column('uuid', { name: 'district_id', nullable: true })
  districtId!: string | null;

  /** `null` when it was told before the day was told with it: then it counts as known on every day. */
  @Column({ ...civilDate, name: 'registered_on', nullable: true })
  registeredOn!: Temporal.PlainDate | null;

  /** Where it has lived, oldest first: figures count it where it lived on their day. */
  @Column('jsonb', { default: [] })
  homes!: readonly Home[];

  /** The family that stays, when the service point merged this one into it; never one that is merged itself. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;
}
