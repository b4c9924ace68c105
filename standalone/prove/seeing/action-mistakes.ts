import { agenciesOfRole, type Role, roles } from '@relais/platform/auth/user.ts';
import { type Action, conditionFor, outermost } from '@relais/platform/sight/action.rules.ts';
import { isByToken, type Permissions } from '@relais/platform/sight/compiled.ts';
import { type Condition, type Relation, relationsIn } from '@relais/platform/sight/condition.rules.ts';
import { ownJobSeeker, referred } from '@relais/platform/sight/relations.ts';

/** One rule that is other than it should be, as a slip would make it. */
export type Mistake = {
  readonly permission: string;
  readonly what: string;
  readonly permissions: Permissions;
};

const nameOf = (condition: Condition): string => {
  if (typeof condition === 'boolean') return String(condition);
  if ('anyOf' in condition) return `(${condition.anyOf.map(nameOf).join(' or ')})`;
  if ('allOf' in condition) return `(${condition.allOf.map(nameOf).join(' and ')})`;
  return 'not' in condition ? `not ${nameOf(condition.not)}` : condition.name;
};

type Changed = readonly [what: string, action: Action];

const withReader = (action: Action, role: Role, condition: Condition | undefined): Action => {
  const { [role]: _before, ...others } = action.readers;
  return { ...action, readers: condition === undefined ? others : { ...others, [role]: condition } };
};

const withoutEach = (condition: Condition): (readonly [string, Condition])[] => {
  if (typeof condition === 'boolean') return [];
  if ('anyOf' in condition)
    return condition.anyOf.map((each, index, all) => [
      `without ${nameOf(each)}`,
      { anyOf: all.toSpliced(index, 1) },
    ]);
  if ('allOf' in condition)
    return condition.allOf.map((each, index, all) => [
      `whether or not ${nameOf(each)}`,
      { allOf: all.toSpliced(index, 1) },
    ]);
  return [];
};

/** As if one tie more were enough. */
const withEach = (condition: Condition, ties: readonly Relation[]): (readonly [string, Condition])[] =>
  ties
    .filter((tie) => !relationsIn(condition).includes(tie))
    .map((tie) => [`also by ${tie.name}`, { anyOf: [condition, tie] }]);

const readersOf = (action: Action, role: Role, ties: readonly Relation[]): Changed[] => {
  const condition = action.readers[role];
  if (condition === undefined) return [[`${role} added`, withReader(action, role, true)]];
  const others: (readonly [string, Condition])[] =
    condition === true
      ? ties.map((tie) => [`only by ${tie.name}`, tie])
      : [['without a tie', true], ...withoutEach(condition), ...withEach(condition, ties)];
  return [
    [`${role} removed`, withReader(action, role, undefined)],
    ...others.map(([what, other]) => [`${role} ${what}`, withReader(action, role, other)] as const),
  ];
};

const barsOf = (action: Action): Changed[] =>
  (action.unless ?? []).flatMap((bar, index, all): Changed[] => [
    [`not barred by ${bar.relation.name}`, { ...action, unless: all.toSpliced(index, 1) }],
    [`${bar.relation.name} spares nobody`, { ...action, unless: all.with(index, { ...bar, spares: [] }) }],
    [
      `${bar.relation.name} spares everybody`,
      { ...action, unless: all.with(index, { ...bar, spares: ['CARE', 'BENEFITS', 'JOB_SEARCH'] }) },
    ],
  ]);

const changedActions = (action: Action, ties: readonly Relation[]): Changed[] => {
  const { within, ...alone } = action;
  return [
    ...roles.flatMap((role) => readersOf(action, role, ties)),
    ...barsOf(action),
    ...(within ? [['of any family', alone] as const] : []),
  ];
};

/** Actions are made of that of seeing: where it is another, they are others. */
const replacedIn = (action: Action, from: Action, to: Action): Action => {
  if (action === from) return to;
  return action.within ? { ...action, within: replacedIn(action.within, from, to) } : action;
};

const replaced = (permissions: Permissions, permission: string, to: Action): Permissions => {
  const from = permissions[permission];
  if (!from || isByToken(from)) return permissions;
  const within = Object.entries(permissions).map(([name, rule]): [string, typeof rule] => {
    if (name === permission) return [name, to];
    return [name, isByToken(rule) || outermost(rule) !== from ? rule : replacedIn(rule, from, to)];
  });
  return Object.fromEntries(within);
};

const actionsOf = (permissions: Permissions): [string, Action][] =>
  Object.entries(permissions).flatMap(([name, rule]) => (isByToken(rule) ? [] : [[name, rule]]));

/** Every relation that these rules ask of anybody. */
export const relationsAsked = (permissions: Permissions): Relation[] => {
  const asked = actionsOf(permissions).flatMap(([, action]) =>
    roles.flatMap((role) =>
      agenciesOfRole[role].flatMap((agencyKind) => relationsIn(conditionFor(action, { role, agencyKind }))),
    ),
  );
  return [...new Map(asked.map((relation) => [relation.name, relation])).values()];
};

const LETS = ['TEAM', 'DISTRICT', 'BREAK_GLASS'];

/** What might let somebody in by mistake, as this agency reads it. */
const tiesOf = (permissions: Permissions): Relation[] => [
  ...relationsAsked(permissions).filter(({ name }) => LETS.includes(name)),
  ...[ownJobSeeker, referred],
];

/** All that these rules ask, or would with a mistake. */
export const everyRelation = (permissions: Permissions): Relation[] => {
  const asked = actionsOf(permissions).flatMap(([, { unless = [] }]) =>
    unless.map(({ relation }) => relation),
  );
  const all = [...relationsAsked(permissions), ...tiesOf(permissions), ...asked];
  return [...new Map(all.map((relation) => [relation.name, relation])).values()];
};

/** What could be wrong in the rules of an agency about families, one slip at a time. */
export const actionMistakes = (permissions: Permissions): Mistake[] =>
  actionsOf(permissions).flatMap(([permission, action]) =>
    changedActions(action, tiesOf(permissions)).map(([what, changed]) => ({
      ...{ permission, what, permissions: replaced(permissions, permission, changed) },
    })),
  );
