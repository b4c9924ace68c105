import { oneOf } from '@relais/platform/database/columns.ts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** As social-protection tells it. */
export const IncomeSupport = {
  RECEIVING: 'RECEIVING',
  SUSPENDED: 'SUSPENDED',
  PENDING: 'PENDING',
  NONE: 'NONE',
  UNKNOWN: 'UNKNOWN',
} as const;
export type IncomeSupport = keyof typeof IncomeSupport;

/** Days on which a family's income support stands thus, as social-protection last told; without amounts. */
@Entity('known_income_support')
@Check('known_income_support_status_is_known', oneOf('status', IncomeSupport))
@Check('known_income_support_starts_before_it_ends', 'starts_on <= ends_on')
export class KnownIncomeSupport {
  @PrimaryColumn('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('text')
  status!: IncomeSupport;

  /** `YYYY-MM-DD`. */
  @PrimaryColumn('date', { name: 'starts_on' })
  startsOn!: string;

  /** The last such day; open when absent. */
  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;
}
