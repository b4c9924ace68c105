import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An offer of a place to a family, as early-childhood told us, until it expires; for alerts only. */
@Entity('known_offers')
@Index('known_offers_by_family', ['familyId', 'expiresAt'])
@Index('known_offers_by_expiry', ['expiresAt'])
export class KnownOffer {
  @PrimaryColumn('uuid', { name: 'offer_id', primaryKeyConstraintName: 'known_offers_pkey' })
  offerId!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** 0 of one that was told without. */
  @Column('integer', { default: 0 })
  version!: number;

  /** Whether it waits for an answer. One that does not is kept so that what is older does not make it wait again. */
  @Column('boolean', { name: 'is_open', default: true })
  isOpen!: boolean;
}
