import type { Acting } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Temporal } from 'temporal-polyfill';
import type { CareStepKind } from '../../history/care-history/care-step-kind.ts';
import { recordStep } from '../../history/care-history/record-step.ts';
import type { Placement } from './placement.ts';

type Step = Acting & {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn?: Temporal.PlainDate;
  readonly reason?: string;
};

/** Keeps who changed a placement, when, from which day on and why. */
export const recordPlacementStep = (
  tx: Transaction,
  kind: CareStepKind,
  { id, familyId, childId }: Pick<Placement, 'id' | 'familyId' | 'childId'>,
  { now, user, startsOn, endsOn, reason }: Step,
): Promise<void> =>
  recordStep(tx, {
    kind,
    familyId,
    childId,
    subjectId: id,
    at: now,
    doneBy: user.sub,
    facts: {
      from: startsOn.toString(),
      ...(endsOn && { to: endsOn.toString() }),
      ...(reason && { reason }),
    },
  });
