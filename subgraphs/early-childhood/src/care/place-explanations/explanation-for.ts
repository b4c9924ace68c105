import type { Sight } from '@relais/platform/sight/sight.ts';
import type { Permission } from '../../permissions.ts';
import { withoutDistance } from './place-explanation.rules.ts';
import { type Explanation, PlaceExplanation } from './place-explanation.ts';
import { CareOptionReason } from './place-reason.ts';

const shown = ({ score, reasons }: Explanation): PlaceExplanation =>
  Object.assign(new PlaceExplanation(), {
    score,
    reasons: reasons.map((reason) => Object.assign(new CareOptionReason(), reason)),
  });

/** Why a place was chosen, as a reader may know it: how far from home it is tells where the family lives. */
export const explanationFor = async (
  explanation: Explanation | null,
  familyId: string,
  { sight }: { readonly sight: Sight },
): Promise<PlaceExplanation | null> => {
  if (!explanation) return null;
  const isTold = await sight.sees('home:district' satisfies Permission, [familyId]);
  return shown(isTold ? explanation : withoutDistance(explanation));
};
