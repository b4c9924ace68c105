import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { KnownFamily } from './known-family.ts';

/** An adult who exists, and the family he or she belongs to. */
@Entity('known_adults')
export class KnownAdult {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'known_adults_pkey' })
  id!: string;

  @Index('known_adults_by_family')
  @ForeignKey(() => KnownFamily, { name: 'known_adults_family_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;
}
