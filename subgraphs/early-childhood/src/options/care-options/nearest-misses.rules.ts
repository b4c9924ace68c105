import { kilometresBetween } from '../../centres/districts/place.rules.ts';
import type { Position } from '../../centres/districts/position.ts';
import type { MissReason } from './care-fit.rules.ts';
import type { CandidateSection } from './care-options.rules.ts';

type MissedPlace = CandidateSection & { readonly obstacles: readonly { readonly reason: MissReason }[] };

/** What a family can still change comes first, then what time brings; an age that has passed does not come back. */
const delays: Readonly<Partial<Record<MissReason, number>>> = { CHILD_TOO_YOUNG: 1, CHILD_TOO_OLD: 2 };

const delayOf = ({ obstacles }: MissedPlace): number =>
  Math.max(0, ...obstacles.map(({ reason }) => delays[reason] ?? 0));

export const byText = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** How much farther from home one is than the other; nothing is known without a home. */
export const farther = (home: Position | null, one: Position, other: Position): number =>
  home ? kilometresBetween(home, one) - kilometresBetween(home, other) : 0;

const byUse =
  (home: Position | null) =>
  (one: MissedPlace, other: MissedPlace): number =>
    delayOf(one) - delayOf(other) ||
    one.obstacles.length - other.obstacles.length ||
    farther(home, one.centre, other.centre) ||
    byText(one.section.id, other.section.id);

/** The misses that help, most useful first: of each centre the nearest one, and none where a part of the need fits. */
export const nearestMisses = <Miss extends MissedPlace>(
  misses: readonly Miss[],
  options: readonly CandidateSection[],
  home: Position | null,
): Miss[] => {
  const told = new Set(options.map(({ centre }) => centre.id));
  return misses.toSorted(byUse(home)).filter(({ centre }) => {
    const isFirst = !told.has(centre.id);
    told.add(centre.id);
    return isFirst;
  });
};
