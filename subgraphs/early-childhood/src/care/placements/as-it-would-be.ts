import { wholly } from '@relais/platform/database/preview.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { related } from '@relais/platform/reading/relation.ts';
import { stepsOfSubjects } from '../../history/care-history/care-step.queries.ts';
import type { CareStep } from '../../history/care-history/care-step.ts';
import type { Context } from '../wing.ts';
import { shownObstructed } from './obstructed-stay.ts';
import { pausesOfPlacements, placementById } from './placement.queries.ts';
import type { Placement } from './placement.ts';
import type { PlacementResult } from './placement-change.ts';
import type { PlacementPause } from './placement-pause.ts';

/** What is read besides the placement itself, as a preview found it before all was taken back. */
export type WouldBe = {
  readonly pauses: PlacementPause[];
  readonly steps: CareStep[];
  readonly continued: Placement[];
};

const readIn = async (tx: Transaction, { id, continuesId }: Placement): Promise<WouldBe> => ({
  pauses: await pausesOfPlacements(tx, [id]),
  steps: await stepsOfSubjects(tx, [id]),
  continued: continuesId
    ? (await related(tx, placementById, [continuesId])).filter((each) => each !== null)
    : [],
});

/** A change of a placement, made wholly or not at all; a preview keeps what its fields would answer. */
export const placementChange = <Word extends string>(
  tx: Transaction,
  isPreview: boolean,
  change: () => Promise<PlacementResult<Word>>,
): Promise<PlacementResult<Word>> =>
  wholly(tx, isPreview, async () => {
    const result = await change();
    if ('refusal' in result || !isPreview) return result;
    return { ...result, wouldBe: await readIn(tx, result.placement) };
  });

/** What a change answers. The fields of a previewed placement answer what would be, not what is stored. */
export const shownAsItWouldBe = <Word extends string>(
  { loaders }: Pick<Context, 'loaders'>,
  result: PlacementResult<Word>,
) => {
  if ('refusal' in result) {
    const { obstructed = [], refusal, details } = result;
    return { refusal, details, lackingStays: shownObstructed(obstructed) };
  }
  const { wouldBe, ...changed } = result;
  if (wouldBe) {
    const { id } = changed.placement;
    loaders.pausesOfPlacement.prime(id, wouldBe.pauses);
    loaders.stepsOfSubject.prime(id, wouldBe.steps);
    for (const each of wouldBe.continued) loaders.placements.prime(each.id, each);
  }
  return { ...changed, lackingStays: [] };
};
