import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A settled cover that is kept for who may know of its milestone again: what it says is closed with the id of the milestone. */
@Entity('sealed_covers')
export class SealedCover {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sealed_covers_pkey' })
  name!: Buffer;

  @Column('bytea')
  sealed!: Buffer;
}
