import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import type { Settings } from '../../centres/city-settings/city-settings.rules.ts';
import type { ChildcareCover } from '../../cover/childcare-cover/childcare-cover.ts';
import { needOfGap } from '../../options/care-options/care-fit.rules.ts';
import type { PlannedStay } from '../../options/care-options/care-options.queries.ts';
import type { RankedOption } from '../../options/care-options/care-options.rules.ts';
import { type FoundOptions, findCareOptions } from '../../options/care-options/find-care-options.ts';
import type { CareNeed } from '../../options/care-options/option-facts.ts';
import { bookableOf, chosenOption, mergedByChild, optionToBook } from './cover-milestone.rules.ts';
import { firstOfEachWeek, sectionsByDays, stillNeeded } from './cover-series.rules.ts';

/** What to book, and why there. */
export type ChosenStay = PlannedStay & { readonly explanation: Explanation };

/** What to book for all that is missing, with the options for each; `missed` when something stays without. */
export type CoverPlan = {
  readonly stays: readonly ChosenStay[];
  readonly found: readonly FoundOptions[];
  readonly missed: 'NO_OPTION' | 'CHOICE_NOT_POSSIBLE' | null;
};

/** What a milestone still needs, one stretch after the other. */
export const needsOf = ({ children }: ChildcareCover, now: Date, settings: Settings): CareNeed[] => {
  const needs = children.flatMap(({ gaps }) => gaps.map((gap) => needOfGap(gap, now, settings)));
  return mergedByChild(needs.filter((need) => need !== null));
};

/** The section that somebody chose for a need, where anybody did. */
export type ChosenSections = {
  readonly of: (need: CareNeed) => { readonly sectionId: string } | undefined;
  /** It has to take the child as long as any could: nobody looked at this day when it was chosen. */
  readonly isWhole: boolean;
};

type Draft = {
  left: CareNeed[];
  stays: ChosenStay[];
  found: FoundOptions[];
  missed: CoverPlan['missed'];
};

/** What stands, seen from one that is being planned: its own, and what others will be booked. */
const standingFor = (draft: Draft, drafts: readonly Draft[]): ChosenStay[] =>
  drafts.flatMap((each) => (each === draft || each.missed === null ? each.stays : []));

/** The need whose turn it is, less what was planned for the child meanwhile; `null` once nothing is left. */
const nextNeed = (draft: Draft, drafts: readonly Draft[]): CareNeed | null => {
  for (;;) {
    const [need, ...rest] = draft.left;
    if (!need) return null;
    const [first, ...parts] = stillNeeded(need, standingFor(draft, drafts));
    draft.left = [...parts, ...rest];
    if (first) return first;
  }
};

type Turn = { readonly draft: Draft; readonly options: FoundOptions };

/** Where each child is best looked after on all of its days, best first. */
type UsualSections = (childId: string) => readonly string[];

const optionFor = (
  { draft, options }: Turn,
  chosen: ChosenSections,
  usual: UsualSections,
): RankedOption | CoverPlan['missed'] => {
  const choice = chosen.of(options.need);
  const centreIds = draft.stays.map(({ centreId }) => centreId);
  if (!choice) return optionToBook(options, centreIds, usual(options.need.childId)) ?? 'NO_OPTION';
  return chosenOption(options, choice, chosen.isWhole) ?? 'CHOICE_NOT_POSSIBLE';
};

const settle = (turn: Turn, chosen: ChosenSections, usual: UsualSections): void => {
  const { draft, options } = turn;
  draft.found.push(options);
  const option = optionFor(turn, chosen, usual);
  if (option === null || typeof option === 'string') {
    draft.missed ??= option;
    return;
  }
  const { childId, kind } = options.need;
  draft.stays.push({
    ...option.stretch,
    childId,
    kind,
    sectionId: option.section.id,
    centreId: option.centre.id,
    explanation: { score: option.score, reasons: option.reasons },
  });
};

/** A quarter of five days a week: all weekdays are among them, and more would cost more than they tell. */
const MOST_COMPARED = 60;

/** Looks at the first days of a series together, before any is planned: a single milestone has nothing to compare. */
const usualSections = async (
  tx: Transaction,
  needed: readonly (readonly CareNeed[])[],
  now: Date,
): Promise<UsualSections> => {
  if (needed.length < 2) return () => [];
  const found = await findCareOptions(tx, needed.flat().slice(0, MOST_COMPARED), now);
  const scored = found.flatMap((each) =>
    (each?.options ?? []).map(({ section, score }) => ({
      ...{ childId: each?.need.childId, sectionId: section.id, score },
    })),
  );
  const known = new Map<string, readonly string[]>();
  return (childId) => {
    const sections = known.get(childId) ?? sectionsByDays(scored.filter((each) => each.childId === childId));
    known.set(childId, sections);
    return sections;
  };
};

/**
 * Chooses for one need after the other: what is chosen counts as taken for the next. A place is taken of its day and of the
 * hours of its week, so that all weeks of a series are planned at the same time: what it costs does not grow with them. What
 * stays without a place takes none from the others.
 */
export const planCovers = async (
  tx: Transaction,
  needed: readonly (readonly CareNeed[])[],
  chosen: ChosenSections,
  now: Date,
): Promise<CoverPlan[]> => {
  const usual = await usualSections(tx, needed, now);
  const drafts = needed.map((needs): Draft => ({ left: [...needs], stays: [], found: [], missed: null }));
  for (;;) {
    const next = firstOfEachWeek(drafts).flatMap((draft) => {
      const need = nextNeed(draft, drafts);
      return need ? [{ draft, need }] : [];
    });
    if (next.length === 0 && drafts.every(({ left }) => left.length === 0)) return drafts;
    const stays = [...new Set(next.flatMap(({ draft }) => standingFor(draft, drafts)))];
    const needs = next.map(({ need }) => need);
    const found = await findCareOptions(tx, needs, now, stays);
    const turns = next.flatMap(({ draft }, index) => {
      const options = found[index];
      return options ? [{ draft, options: bookableOf(options, now) }] : [];
    });
    for (const turn of turns) settle(turn, chosen, usual);
  }
};
