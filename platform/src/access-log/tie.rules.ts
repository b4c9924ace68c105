import { type Condition, type Facts, holdsBy } from '../sight/condition.rules.ts';

/** Let in by the role alone; a party to the record itself, whatever ties them to the family; not let in. */
export const ROLE = 'ROLE';
export const PARTY = 'PARTY';
export const NOTHING = 'NOTHING';

/** Which relation stands behind a condition that holds; `null` where it rests on none, as what only bars. */
const behind = (condition: Condition, facts: Facts): string | null => {
  if (typeof condition === 'boolean' || 'not' in condition) return null;
  if ('name' in condition) return facts[condition.name] ? condition.name : null;
  for (const each of 'anyOf' in condition ? condition.anyOf : condition.allOf) {
    const tie = behind(each, facts);
    if (tie !== null) return tie;
  }
  return null;
};

/** By what a condition lets a reader in: a relation, or the role alone; `null` where it does not. */
export const tieBehind = (condition: Condition, facts: Facts): string | null =>
  holdsBy(condition, ({ name }) => facts[name] ?? false) ? (behind(condition, facts) ?? ROLE) : null;

/** What tells most about a reader comes first: who follows a family sees some of it by the role alone. */
const strength = (tie: string): number => {
  const index = [
    'TEAM',
    'ADVISOR',
    'REFERRAL',
    'BREAK_GLASS',
    'DISTRICT',
    'WORKS_FOR_DISTRICT',
    'DESK',
    NOTHING,
    PARTY,
    ROLE,
  ].indexOf(tie);
  return index === -1 ? 0.5 : index;
};

/** Of all ties by which different things were read, the one that is written down. */
export const strongestTie = (ties: Iterable<string>): string =>
  [...ties].sort((one, other) => strength(one) - strength(other))[0] ?? NOTHING;
