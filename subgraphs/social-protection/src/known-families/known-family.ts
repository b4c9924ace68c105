import { civilDate } from '@relais/platform/database/columns.ts';
import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

type Home = { readonly districtId: string | null; readonly from: string };

/** A family that exists, as early-childhood told us; only what our mutations and stubs need. */
@Entity('known_families')
@Index('known_families_merged', ['mergedInto'], { where: 'merged_into is not null' })
export class KnownFamily {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'known_families_pkey' })
  id!: string;

  @Index('known_families_by_reference')
  @Column('text')
  reference!: string;

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
