import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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

  /** Where it lives now, when that is known: figures are counted by it. */
  @Column('uuid', { name: 'district_id', nullable: true })
  districtId!: string | null;

  /** The family that stays, when the service point merged this one into it; never one that is merged itself. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;
}
