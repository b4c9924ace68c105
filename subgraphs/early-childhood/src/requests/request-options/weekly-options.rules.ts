import type { Explanation } from '../../care/place-explanations/place-explanation.ts';
import {
  byText,
  type CandidateSection,
  fartherFrom,
  type MissObstacle,
  nearestMisses,
} from '../../options/care-options/care-options.rules.ts';
import type { CentreFacts } from '../../options/care-options/option-facts.ts';
import { explanationOfShares } from '../../options/care-options/ranking.rules.ts';
import { type Line, minutesOfLines, type WeeklyDemand } from './weekly-demand.rules.ts';
import { type FullnessOnDay, fitOfWeek, judgedSections, openLines } from './weekly-fit.rules.ts';

/** A section that can take a child for lines of its week. */
export type WeeklyOption = CandidateSection &
  Explanation & {
    readonly lines: readonly Line[];
    readonly isWholeWeek: boolean;
  };
export type WeeklyMiss = CandidateSection & { readonly obstacles: readonly MissObstacle[] };

const optionOf = (demand: WeeklyDemand, place: CandidateSection, lines: readonly Line[]): WeeklyOption => ({
  ...place,
  lines,
  isWholeWeek: lines.length === demand.lines.length,
  ...explanationOfShares(demand.first, place, {
    taken: minutesOfLines(lines) / demand.minutes,
    open: minutesOfLines(openLines(demand, place.centre)) / demand.minutes,
  }),
});

const byRank = ({ first }: WeeklyDemand) => {
  const farther = fartherFrom(first.child.home);
  return (one: WeeklyOption, other: WeeklyOption): number =>
    Number(other.isWholeWeek) - Number(one.isWholeWeek) ||
    other.score - one.score ||
    farther(one.centre, other.centre) ||
    byText(one.section.id, other.section.id);
};

/** Sections as they would rank if all places were free, best first, and those that can be no option at all. */
export const rankedWithoutPlaces = (demand: WeeklyDemand, centres: readonly CentreFacts[]) => {
  const judged = centres.flatMap((centre) => {
    const { sections, possible } = judgedSections(demand, centre);
    return sections.map((each) => ({ ...each, possible }));
  });
  return {
    candidates: judged
      .filter(({ obstacles }) => obstacles.length === 0)
      .map(({ centre, section, possible }) => optionOf(demand, { centre, section }, possible))
      .toSorted(byRank(demand)),
    misses: judged
      .filter(({ obstacles }) => obstacles.length > 0)
      .map(({ possible: _, ...miss }): WeeklyMiss => miss),
  };
};

export type RankedWeek = {
  readonly options: readonly WeeklyOption[];
  readonly nearestMisses: readonly WeeklyMiss[];
};

/** Candidates with the places that are free: whole weeks first, then parts; misses only when no whole week fits. */
export const rankedWeek = (
  demand: WeeklyDemand,
  candidates: readonly WeeklyOption[],
  misses: readonly WeeklyMiss[],
  fullnessOn: FullnessOnDay,
): RankedWeek => {
  const fits = candidates.map((place) => ({ place, fit: fitOfWeek(demand, place, fullnessOn) }));
  const options = fits
    .filter(({ fit }) => fit.lines.length > 0)
    .map(({ place: { centre, section }, fit }) => optionOf(demand, { centre, section }, fit.lines))
    .toSorted(byRank(demand));
  const full = fits
    .filter(({ fit }) => fit.lines.length === 0)
    .map(({ place: { centre, section }, fit }) => ({ centre, section, obstacles: fit.obstacles }));
  return {
    options,
    nearestMisses: options[0]?.isWholeWeek
      ? []
      : nearestMisses([...full, ...misses], options, demand.first.child.home),
  };
};
