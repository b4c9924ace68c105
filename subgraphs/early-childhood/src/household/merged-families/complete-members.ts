import type { Adult } from '../../families/families/adult.ts';
import type { Child } from '../../families/families/child.ts';
import { collectorsWith } from '../../families/families/collectors.rules.ts';

export const memberOf = <Member extends { readonly id: string }>(
  members: readonly Member[],
  id: string,
): Member => {
  const member = members.find((each) => each.id === id);
  if (member) return member;
  throw new Error(`Member ${id} was not held before the merge.`);
};

/** Who is still there in one of the files is there. */
const leftOn = (one: Adult | Child, other: Adult | Child) => (one.leftOn && other.leftOn ? one.leftOn : null);

/**
 * What the merged member keeps of its own. Every other column is decided below: one that is added and forgotten does not
 * compile, for what only the duplicate knew of it would be lost.
 */
type Kept = 'id' | 'version' | 'familyId' | 'lastName' | 'joinedOn' | 'mergedInto';
type CompletedAdult = Omit<Adult, Kept | 'firstName' | 'preferredLanguage'>;
type CompletedChild = Omit<Child, Kept | 'seenFrom'>;

/** What only the duplicate knew of an adult is added; what both knew stays as it is. */
export const completedAdult = (kept: Adult, dropped: Adult): CompletedAdult => ({
  birthDate: kept.birthDate ?? dropped.birthDate,
  phone: kept.phone ?? dropped.phone,
  needsInterpreter: kept.needsInterpreter || dropped.needsInterpreter,
  leftOn: leftOn(kept, dropped),
});

const latest = (one: Child, other: Child): Child['vaccinationCheckedOn'] => {
  const [first, second] = [one.vaccinationCheckedOn, other.vaccinationCheckedOn];
  if (!first || !second) return first ?? second;
  return first.since(second).sign < 0 ? second : first;
};

/** A child that walks by either file walks, since the first day of them. */
const firstWalking = (one: Child, other: Child): Child['walksSince'] => {
  const [first, second] = [one.walksSince, other.walksSince];
  if (!first || !second) return first ?? second;
  return first.since(second).sign > 0 ? second : first;
};

/** Whoever may collect the child by either file may. A birth ends an expectation. */
export const completedChild = (kept: Child, dropped: Child): CompletedChild => {
  const birthDate = kept.birthDate ?? dropped.birthDate;
  return {
    birthDate,
    expectedDate: birthDate ? null : kept.expectedDate,
    firstName: kept.firstName ?? dropped.firstName,
    ...collectorsWith([...kept.mayBeCollectedBy, ...dropped.mayBeCollectedBy], {
      ...dropped.collectorPhones,
      ...kept.collectorPhones,
    }),
    vaccinationCheckedOn: latest(kept, dropped),
    walksSince: firstWalking(kept, dropped),
    leftOn: leftOn(kept, dropped),
  };
};
