import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { civilDate } from '../database/columns.ts';

type Home = { readonly districtId: string | null; readonly from: string };

/** What an agency keeps of a family that another one has registered, as events tell it. */
@Entity('known_families')
@Index('known_families_merged', ['mergedInto'], { where: 'merged_into is not null' })
@Index('known_families_split', ['splitFrom'], { where: 'split_from is not null' })
@Index('known_families_by_reference', ['reference'])
export class KnownFamily {
  /** The same in all agencies. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'known_families_pkey' })
  id!: string;

  /** The readable number on letters and files. */
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

  /** The family that stays, when this one was merged into it; never one that is merged itself. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** The family whose file this one was split off, when a couple separated. */
  @Column('uuid', { name: 'split_from', nullable: true })
  splitFrom!: string | null;
}
