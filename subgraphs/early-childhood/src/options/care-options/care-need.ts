import type { Period } from '@relais/platform/time/periods.rules.ts';
import type { CareKind } from '../../centres/centres/care-kind.ts';
import type { Facility } from '../../centres/centres/centre-kind.ts';

/** A stretch of one local day for which a child needs care, on half-hours. */
export type CareNeed = Period & {
  readonly childId: string;
  /** Whose home counts under shared residence; the family the child is registered with when `null`. */
  readonly familyId: string | null;
  readonly kind: CareKind;
  readonly facilities: readonly Facility[];
  /** The family's choices, first one first. */
  readonly rankedCentreIds: readonly string[];
};
