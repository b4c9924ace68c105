import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { merged, minutesOf } from '@relais/platform/time/periods.rules.ts';
import { isTooFarAhead, isTooLong } from '../../care/bookings/places.rules.ts';
import type { RankedOption, RankedOptions } from '../../options/care-options/care-options.rules.ts';
import type { coverReasons } from './cover-milestone.reasons.ts';

type Refusal = Word<typeof coverReasons>;

type Milestone = { readonly endsAt: Date; readonly status: string; readonly version: number };

const TO_COME: readonly string[] = ['PLANNED', 'CONFIRMED'];

/** Whether it is to take place. */
export const isToCome = ({ status }: { readonly status: string }): boolean => TO_COME.includes(status);

/** Why a milestone is not covered whatever places are free. */
export const milestoneRefusal = (milestone: Milestone, version: number, now: Date): Refusal | null => {
  if (version > milestone.version) return 'VERSION_NOT_KNOWN_YET';
  if (milestone.version !== version) return 'STALE_VERSION';
  if (!isToCome(milestone)) return 'MILESTONE_CALLED_OFF';
  return milestone.endsAt <= now ? 'MILESTONE_OVER' : null;
};

/** What the user saw may be on its way here. */
export const mayArrive = (refusal: string): boolean =>
  ['UNKNOWN_MILESTONE', 'UNKNOWN_SERIES', 'VERSION_NOT_KNOWN_YET'].includes(refusal);

type ChildsPart = Period & { readonly childId: string };

/** Where somebody wants a child to go for what it lacks around a moment. */
export type CoverChoice = { readonly childId: string; readonly startsAt: Date; readonly sectionId: string };

const isChoiceFor =
  ({ childId, startsAt, endsAt }: ChildsPart) =>
  (choice: CoverChoice): boolean =>
    choice.childId === childId && startsAt <= choice.startsAt && choice.startsAt < endsAt;

/** What was chosen for a part that lacks care, if anything was. */
export const choiceFor = (need: ChildsPart, choices: readonly CoverChoice[]): CoverChoice | undefined =>
  choices.find(isChoiceFor(need));

/** Whether every choice is of a part that lacks care, and none of one that has another. */
export const areChoicesNeeded = (needs: readonly ChildsPart[], choices: readonly CoverChoice[]): boolean =>
  new Set(
    choices.map((choice) => needs.findIndex((need) => isChoiceFor(need)(choice))).filter((at) => at >= 0),
  ).size === choices.length;

/** The options without stays that nobody may book: over 12 hours, or too far ahead. */
export const bookableOf = <Found extends RankedOptions>(found: Found, now: Date): Found => ({
  ...found,
  options: found.options.filter(({ stretch }) => !isTooLong(stretch) && !isTooFarAhead(stretch, now)),
});

/** The option in the section that was chosen; unless `isWhole`, also where another would take the child longer. */
export const chosenOption = (
  { options, longestOpenMinutes }: RankedOptions,
  { sectionId }: Pick<CoverChoice, 'sectionId'>,
  isWhole = false,
): RankedOption | null =>
  options.find(
    ({ section, stretch }) =>
      section.id === sectionId && (!isWhole || minutesOf(stretch) >= longestOpenMinutes),
  ) ?? null;

/** Parts of one child that touch once rounded are booked as one. */
export const mergedByChild = <Part extends ChildsPart>(parts: readonly Part[]): Part[] =>
  parts.flatMap((part, index) => {
    const ofChild = parts.filter(({ childId }) => childId === part.childId);
    const isFirst = parts.findIndex(({ childId }) => childId === part.childId) === index;
    return isFirst ? merged(ofChild).map((period) => ({ ...part, ...period })) : [];
  });

/**
 * The option to book: the best of those that take the child as long as anybody could, if possible in a centre where a
 * sibling goes, else in the first of the sections that suit it on other days. What lies outside all opening hours stays a gap.
 */
export const optionToBook = (
  { options, longestOpenMinutes }: RankedOptions,
  siblingCentreIds: readonly string[],
  sectionIds: readonly string[] = [],
): RankedOption | null => {
  const longEnough = options.filter(({ stretch }) => minutesOf(stretch) >= longestOpenMinutes);
  const withSibling = longEnough.find(({ centre }) => siblingCentreIds.includes(centre.id));
  const ofOtherDays = sectionIds.flatMap((id) => longEnough.find(({ section }) => section.id === id) ?? []);
  return withSibling ?? ofOtherDays[0] ?? longEnough[0] ?? null;
};
