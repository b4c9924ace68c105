import type { AgencyKind } from '../auth/agencies.ts';
import type { Role, User } from '../auth/user.ts';
import type { DenialReason } from '../graphql/denials.ts';
import { type Condition, type Facts, holds, type Relation, simplified } from './condition.rules.ts';

/** What keeps even those away who could see it otherwise. */
export type Bar = {
  readonly relation: Relation;
  readonly because: Exclude<DenialReason, 'ROLE'>;
  /** Agencies that it cannot keep away; for them nothing is asked. */
  readonly spares?: readonly AgencyKind[];
};

/**
 * Who may do something with what belongs to a family. One object gives the check of a record that was read, the filter of
 * a list and the guard of a field, so that they cannot differ.
 */
export type Action = {
  /** By the role of the token; a role that is not named may not. */
  readonly readers: Readonly<Partial<Record<Role, Condition>>>;
  /** Only for who may do that as well. The outermost one says who may know that the family exists. */
  readonly within?: Action;
  readonly unless?: readonly Bar[];
};

type Reader = Pick<User, 'role' | 'agencyKind'>;

const bars = (reader: Reader, { spares = [] }: Bar): boolean =>
  reader.agencyKind === null || !spares.includes(reader.agencyKind);

const barsOf = ({ unless = [], within }: Action, reader: Reader): readonly Bar[] => [
  ...unless.filter((bar) => bars(reader, bar)),
  ...(within ? barsOf(within, reader) : []),
];

/** When this reader may do it, unless something bars it. */
export const readersCondition = ({ readers, within }: Action, reader: Reader): Condition =>
  simplified({
    allOf: [readers[reader.role] ?? false, within ? readersCondition(within, reader) : true],
  });

/** When this reader may do it. */
export const conditionFor = (action: Action, reader: Reader): Condition =>
  simplified({
    allOf: [
      readersCondition(action, reader),
      ...barsOf(action, reader).map(({ relation }) => ({ not: relation })),
    ],
  });

/** When this reader may do it but for what the family objects to: whose records a list leaves out. */
export const objectedFor = (action: Action, reader: Reader): Condition => {
  const all = barsOf(action, reader);
  const objections = all.filter(({ because }) => because === 'OBJECTION');
  const others = all.filter(({ because }) => because !== 'OBJECTION');
  return simplified({
    allOf: [
      { anyOf: objections.map(({ relation }) => relation) },
      readersCondition(action, reader),
      ...others.map(({ relation }) => ({ not: relation })),
    ],
  });
};

/** The one that says who may know that the family exists. */
export const outermost = (action: Action): Action => (action.within ? outermost(action.within) : action);

/**
 * Why not, in the words of who asks; `undefined` where they may not even know that there is something: what bars the
 * outermost action hides the family itself.
 */
export const becauseOf = (action: Action, reader: Reader, facts: Facts): DenialReason | undefined => {
  if (!holds(conditionFor(outermost(action), reader), facts)) return undefined;
  const bar = barsOf(action, reader).find(({ relation }) => facts[relation.name]);
  return bar && holds(readersCondition(action, reader), facts) ? bar.because : 'ROLE';
};
