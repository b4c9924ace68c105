import { civilDate } from '@relais/platform/database/columns.ts';
import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A source said again what is on record: nothing changes but how fresh it is. Rows are only added. */
@Entity('entitlement_confirmations')
export class EntitlementConfirmation {
  @ForeignKey('Entitlement', { name: 'entitlement_confirmations_entitlement_fkey' })
  @PrimaryColumn('uuid', {
    name: 'entitlement_id',
    primaryKeyConstraintName: 'entitlement_confirmations_pkey',
  })
  entitlementId!: string;

  @PrimaryColumn({
    ...civilDate,
    type: 'date',
    name: 'stated_on',
    primaryKeyConstraintName: 'entitlement_confirmations_pkey',
  })
  statedOn!: Temporal.PlainDate;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
