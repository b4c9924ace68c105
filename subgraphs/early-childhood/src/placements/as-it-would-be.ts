import type { Transaction } from '@relais/platform/database/transaction.ts';
import { changeWhollyOrNot } from '../bookings/preview-change.ts';
import { stepsOfSubjects } from '../care-steps/care-step.queries.ts';
import type { CareStep } from '../care-steps/care-step.ts';
import type { Context } from '../context.ts';
import type { PlacementReason } from './placement.messages.ts';
import { pausesOfPlacements, placementsByIds } from './placement.queries.ts';
import type { Placement } from './placement.ts';
import type { PlacementPause } from './placement-pause.ts';
import type { PlacementResult } from './placement-payload.ts';

/** What is read besides the placement itself, as a preview found it before all was taken back. */
export type WouldBe = {
  readonly pauses: PlacementPause[];
  readonly steps: CareStep[];
  readonly continued: Placement[];
};

const readIn = async (tx: Transaction, { id, continuesId }: Placement): Promise<WouldBe> => ({
  pauses: await pausesOfPlacements(tx, [id]),
  steps: await stepsOfSubjects(tx, [id]),
  continued: continuesId ? await placementsByIds(tx, [continuesId]) : [],
});

/** A change of a placement, made wholly or not at all; a preview keeps what its fields would answer. */
export const placementChange = <Reason extends PlacementReason>(
  tx: Transaction,
  isPreview: boolean,
  change: () => Promise<PlacementResult<Reason>>,
): Promise<PlacementResult<Reason>> =>
  changeWhollyOrNot(tx, isPreview, async () => {
    const result = await change();
    if ('refusal' in result || !isPreview) return result;
    return { ...result, wouldBe: await readIn(tx, result.placement) };
  });

/** Lets the fields of a previewed placement answer what would be, not what is stored. */
export const shownAsItWouldBe = <Result extends PlacementResult<PlacementReason>>(
  { loaders }: Pick<Context, 'loaders'>,
  result: Result,
): Result => {
  if ('refusal' in result || !result.wouldBe) return result;
  const { placement, wouldBe } = result;
  loaders.pausesOfPlacement.prime(placement.id, wouldBe.pauses);
  loaders.stepsOfSubject.prime(placement.id, wouldBe.steps);
  for (const each of wouldBe.continued) loaders.placements.prime(each.id, each);
  return result;
};
