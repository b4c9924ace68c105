import { agenciesOfRole, type Role, roles, type User } from '@relais/platform/auth/user.ts';
import { type Action, conditionFor } from '@relais/platform/sight/action.rules.ts';
import { isByToken, type Permissions } from '@relais/platform/sight/compiled.ts';
import { type Condition, type Facts, holds, relationsIn } from '@relais/platform/sight/condition.rules.ts';

type Reader = Pick<User, 'role' | 'agencyKind'>;

const readersIn = (role: Role): Reader[] => agenciesOfRole[role].map((agencyKind) => ({ role, agencyKind }));

const assignments = ([name, ...others]: readonly string[]): Facts[] =>
  name === undefined
    ? [{}]
    : assignments(others).flatMap((facts) => [
        { ...facts, [name]: true },
        { ...facts, [name]: false },
      ]);

/** What no database of an agency can hold, by its constraints or by what a relation says itself. */
const canBe = ({ agencyKind }: Reader, facts: Facts): boolean => {
  const objectsToItsOwn = facts[`OBJECTS_TO_${agencyKind}`] ?? false;
  const followedByNobody = facts.DISTRICT === true && facts.TEAM === true;
  // Whoever sees a milestone as its very advisor is an advisor of the family.
  const advisorOfNone = facts.ADVISOR_OF_ADULT === true && facts.ADVISOR === false;
  // Whoever takes a family that nobody follows works for its district.
  const districtApart = facts.DISTRICT === true && facts.WORKS_FOR_DISTRICT === false;
  return !objectsToItsOwn && !followedByNobody && !advisorOfNone && !districtApart;
};

const decidesTheSame = (one: Condition, other: Condition, isAsked: (facts: Facts) => boolean): boolean => {
  const names = [...relationsIn(one), ...relationsIn(other)].map(({ name }) => name);
  return assignments([...new Set(names)])
    .filter(isAsked)
    .every((facts) => holds(one, facts) === holds(other, facts));
};

const conditionOf = (rule: Permissions[string] | undefined, reader: Reader): Condition => {
  const action: Action = !rule || isByToken(rule) ? { readers: {} } : rule;
  return conditionFor(action, reader);
};

/** For whom rules decide otherwise than others, whatever ties them to a family. */
export type Otherwise = { readonly roles: readonly Role[]; readonly onlyIfImpossible: boolean };

export const decidedOtherwise = (before: Permissions, after: Permissions): Otherwise => {
  const differing = (isAsked: (reader: Reader, facts: Facts) => boolean): Role[] =>
    roles.filter((role) =>
      readersIn(role).some((reader) =>
        Object.entries(before).some(
          ([name, rule]) =>
            rule !== after[name] &&
            !decidesTheSame(conditionOf(rule, reader), conditionOf(after[name], reader), (facts) =>
              isAsked(reader, facts),
            ),
        ),
      ),
    );
  const possibly = differing(canBe);
  return { roles: possibly, onlyIfImpossible: possibly.length === 0 && differing(() => true).length > 0 };
};
