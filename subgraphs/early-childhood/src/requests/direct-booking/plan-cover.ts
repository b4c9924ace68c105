import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import type { ChildcareCover } from '../../cover/childcare-cover/childcare-cover.ts';
import { needOfGap } from '../../options/care-options/care-fit.rules.ts';
import type { PlannedStay } from '../../options/care-options/care-options.queries.ts';
import { type FoundOptions, findCareOptions } from '../../options/care-options/find-care-options.ts';
import type { CareNeed } from '../../options/care-options/option-facts.ts';
import {
  type CoverChoice,
  choiceFor,
  chosenOption,
  mergedByChild,
  optionToBook,
} from './cover-milestone.rules.ts';

/** What to book, and why there. */
export type ChosenStay = PlannedStay & { readonly explanation: Explanation };

/** What to book for all that is missing, with the options for each; `missed` when something stays without. */
export type CoverPlan = {
  readonly stays: readonly ChosenStay[];
  readonly found: readonly FoundOptions[];
  readonly missed: 'NO_OPTION' | 'CHOICE_NOT_POSSIBLE' | null;
};

/** What a milestone still needs, one stretch after the other. */
export const needsOf = ({ children }: ChildcareCover, now: Date): CareNeed[] => {
  const needs = children.flatMap(({ gaps }) => gaps.map((gap) => needOfGap(gap, now)));
  return mergedByChild(needs.filter((need) => need !== null));
};

/** Chooses for one need after the other: what is chosen counts as taken for the next. */
export const planCover = async (
  tx: Transaction,
  needs: readonly CareNeed[],
  choices: readonly CoverChoice[],
  now: Date,
): Promise<CoverPlan> => {
  const stays: ChosenStay[] = [];
  const found: FoundOptions[] = [];
  let missed: CoverPlan['missed'] = null;
  for (const need of needs) {
    const [options] = await findCareOptions(tx, [need], now, stays);
    if (!options) continue;
    found.push(options);
    const centreIds = stays.map(({ centreId }) => centreId);
    const choice = choiceFor(need, choices);
    const option = choice ? chosenOption(options, choice) : optionToBook(options, centreIds);
    if (!option) {
      missed ??= choice ? 'CHOICE_NOT_POSSIBLE' : 'NO_OPTION';
      continue;
    }
    const { childId, kind } = need;
    stays.push({
      ...option.stretch,
      childId,
      kind,
      sectionId: option.section.id,
      centreId: option.centre.id,
      explanation: { score: option.score, reasons: option.reasons },
    });
  }
  return { stays, found, missed };
};
