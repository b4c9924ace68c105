import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An offer of a place that waits for a family's answer, as early-childhood told us; for alerts only. */
@Entity('known_offers')
@Index('known_offers_by_family', ['familyId', 'expiresAt'])
export class KnownOffer {
  @PrimaryColumn('uuid', { name: 'offer_id', primaryKeyConstraintName: 'known_offers_pkey' })
  offerId!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
