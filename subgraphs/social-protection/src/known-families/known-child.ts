import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A child that a family has, as early childhood tells it: its id alone. Under shared residence it is of two families. */
@Entity('known_children')
@Index('known_children_by_child', ['id'])
export class KnownChild {
  @PrimaryColumn('uuid', { name: 'family_id', primaryKeyConstraintName: 'known_children_pkey' })
  familyId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'known_children_pkey' })
  id!: string;

  /** Who it is, when it was registered twice. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;
}
