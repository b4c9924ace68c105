import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A family that exists, as early-childhood told us; only what our mutations and stubs need. */
@Entity('known_families')
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
}
