import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { KnownFamily } from './known-family.ts';

/** An adult who exists, and the family that the adult belongs to now. */
@Entity('known_adults')
@Index('known_adults_by_family', ['familyId'])
export class KnownAdult {
  /** The same in all agencies. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'known_adults_pkey' })
  id!: string;

  @ForeignKey(() => KnownFamily, { name: 'known_adult_belongs_to_a_known_family', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;
}
