import type { Rule, User } from '../auth/user.ts';
import { type Action, conditionFor, outermost, readersCondition } from './action.rules.ts';
import {
  type Bind,
  type Condition,
  type Facts,
  type Relation,
  relationsIn,
  simplified,
  sqlBy,
} from './condition.rules.ts';

/** Who may do what: by the token alone, or by what ties the reader to the family. */
export type Permissions = Readonly<Record<string, readonly Rule[] | Action>>;

export const isByToken = (rule: readonly Rule[] | Action): rule is readonly Rule[] => Array.isArray(rule);

/** What is read of families, or of members, to decide on anything that is asked in one role. */
export type FactsQuery = {
  readonly relations: readonly Relation[];
  /** Answers for each id its facts, each by the name of its relation. */
  readonly sql: string;
  /** What follows the ids among its parameters. */
  readonly binds: readonly Parameters<Bind>[0][];
};

export type Compiled = {
  readonly conditions: ReadonlyMap<Action, Condition>;
  /** Allowed of what is of no family: bars are about families. */
  readonly ofNoFamily: ReadonlySet<Action>;
  /** Absent when nothing depends on the family, or on which member it is. */
  readonly ofFamilies: FactsQuery | null;
  readonly ofMembers: FactsQuery | null;
  /** What depends on which member it is. */
  readonly aboutMembers: ReadonlySet<Action>;
  /** What several permissions together come to, by which they are: there are as many as the code asks for. */
  readonly allowed: Map<string, boolean | string>;
  /** The facts as columns, by how the statement calls the family and the reader. */
  readonly columns: Map<string, readonly FactColumn[]>;
};

export type FactColumn = { readonly name: string; readonly sql: string };

const TYPES = { sub: 'text', today: 'date', now: 'timestamptz', agencyKind: 'text' } as const;

/** Writes each value once, however often a relation needs it. */
export const bindingBy = (add: (what: Parameters<Bind>[0]) => string): Bind => {
  const added = new Map<string, string>();
  return (what) => {
    const placeholder = added.get(what) ?? add(what);
    added.set(what, placeholder);
    return `cast(${placeholder} as ${TYPES[what]})`;
  };
};

/**
 * A family as the facts of a few are asked of it: each by the index. Otherwise PostgreSQL, which plans for any number,
 * would first gather all families that the reader follows.
 */
export const oneOf = (family: string): string => `(select ${family})`;

const factsQueryOf = (relations: readonly Relation[]): FactsQuery | null => {
  if (relations.length === 0) return null;
  const binds: Parameters<Bind>[0][] = [];
  // The first parameter holds the ids.
  const bind = bindingBy((what) => `$${binds.push(what) + 1}`);
  const columns = relations.map(({ name, sql }) => `${sql(oneOf('asked.id'), bind)} as "${name}"`);
  const sql = `select ${['asked.id', ...columns].join(', ')} from unnest($1::uuid[]) as asked (id)`;
  return { relations, sql, binds };
};

/** The facts in a row of it. One that is missing would let somebody in whom it bars. */
export const factsIn = (relations: readonly Relation[], row: Readonly<Record<string, unknown>>): Facts => {
  const facts: Record<string, boolean> = {};
  for (const { name } of relations) {
    const fact = row[name];
    if (typeof fact !== 'boolean') throw new Error(`Nobody answered whether ${name}.`);
    facts[name] = fact;
  }
  return facts;
};

/** All of a reader on which it depends what has to be asked. */
type Reader = Pick<User, 'role' | 'agencyKind'>;

const compile = (permissions: Permissions, reader: Reader): Compiled => {
  const actions = Object.values(permissions).filter((rule): rule is Action => !isByToken(rule));
  const conditions = new Map(actions.map((action) => [action, conditionFor(action, reader)]));
  const decided = [...actions, ...actions.map(outermost)];
  const relations = decided.flatMap((action) => relationsIn(conditionFor(action, reader)));
  const named = [...new Map(relations.map((relation) => [relation.name, relation])).values()];
  return {
    conditions,
    ofNoFamily: new Set(actions.filter((action) => readersCondition(action, reader) === true)),
    ofFamilies: factsQueryOf(named.filter(({ about }) => !about)),
    ofMembers: factsQueryOf(named.filter(({ about }) => about)),
    aboutMembers: new Set(
      actions.filter((action) => relationsIn(conditions.get(action) ?? false).some(({ about }) => about)),
    ),
    allowed: new Map(),
    columns: new Map(),
  };
};

/** The facts of a family as columns of a statement that reads families; `placeholders` are those of the query's binds. */
export const columnsOf = (
  { ofFamilies, columns }: Compiled,
  family: string,
  placeholders: readonly string[],
): readonly FactColumn[] => {
  const key = `${family} ${placeholders.join()}`;
  const known = columns.get(key);
  if (known || !ofFamilies) return known ?? [];
  const bind = bindingBy((what) => placeholders[ofFamilies.binds.indexOf(what)] ?? '');
  const made = ofFamilies.relations.map(({ name, sql }) => ({ name, sql: sql(oneOf(family), bind) }));
  columns.set(key, made);
  return made;
};

/** Over facts of a family that were read as columns of `from`; what depends on a member of it is not decided so. */
export const sqlOverFacts = (asked: Condition, from: string): boolean | string => {
  const condition = simplified(asked);
  if (typeof condition === 'boolean') return condition;
  if (relationsIn(condition).some(({ about }) => about)) return false;
  return sqlBy(condition, ({ name }) => `"${from}"."${name}"`);
};

const compiled = new WeakMap<Permissions, Map<string, Compiled>>();

/** What the token decides is decided once for each role and agency: a coordinator's statement has no relation in it that can not matter. */
export const compiledFor = (permissions: Permissions, { role, agencyKind }: Reader): Compiled => {
  const byReader = compiled.get(permissions) ?? new Map<string, Compiled>();
  compiled.set(permissions, byReader);
  const key = `${role} ${agencyKind}`;
  const known = byReader.get(key) ?? compile(permissions, { role, agencyKind });
  byReader.set(key, known);
  return known;
};
