/** Names what a relation needs to know of the reader; answers how the statement at hand writes it. */
export type Bind = (what: 'sub' | 'today' | 'now' | 'agencyKind') => string;

/** A fact about a reader and a family, or a member of it, as SQL that is true or false, never null. */
export type Relation = {
  readonly name: string;
  /** About one person of the family, where a family holds more than the reader follows. */
  readonly about?: 'MEMBER';
  /** `subject` is an expression for the id of the family, or of the member. */
  readonly sql: (subject: string, bind: Bind) => string;
};

/** On what it depends whether something is allowed: one value for the check of a record and for the filter of a list. */
export type Condition =
  | boolean
  | Relation
  | { readonly anyOf: readonly Condition[] }
  | { readonly allOf: readonly Condition[] }
  | { readonly not: Condition };

/** What is true of a reader and a family, by the names of relations. */
export type Facts = Readonly<Record<string, boolean>>;

const isConstant = (condition: Condition): condition is boolean => typeof condition === 'boolean';

/** A list in which one value decides, and its opposite changes nothing. */
const folded = (
  conditions: readonly Condition[],
  decides: boolean,
  join: (left: readonly Condition[]) => Condition,
): Condition => {
  const simple = conditions.map(simplified);
  if (simple.includes(decides)) return decides;
  const left = simple.filter((each) => !isConstant(each));
  const [only, ...others] = left;
  if (only === undefined) return !decides;
  return others.length === 0 ? only : join(left);
};

/** The same condition without what is decided already. */
export const simplified = (condition: Condition): Condition => {
  if (isConstant(condition)) return condition;
  if ('anyOf' in condition) return folded(condition.anyOf, true, (left) => ({ anyOf: left }));
  if ('allOf' in condition) return folded(condition.allOf, false, (left) => ({ allOf: left }));
  if (!('not' in condition)) return condition;
  const inner = simplified(condition.not);
  return isConstant(inner) ? !inner : { not: inner };
};

/** Whether it holds, where `isTrue` knows the facts. */
export const holdsBy = (condition: Condition, isTrue: (relation: Relation) => boolean): boolean => {
  if (isConstant(condition)) return condition;
  if ('anyOf' in condition) return condition.anyOf.some((each) => holdsBy(each, isTrue));
  if ('allOf' in condition) return condition.allOf.every((each) => holdsBy(each, isTrue));
  return 'not' in condition ? !holdsBy(condition.not, isTrue) : isTrue(condition);
};

/** Whether it holds, given every fact that it depends on. */
export const holds = (condition: Condition, facts: Facts): boolean =>
  holdsBy(condition, ({ name }) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`Nobody asked whether ${name}.`);
    return fact;
  });

/** The condition in SQL, each fact as `write` says. */
export const sqlBy = (condition: Condition, write: (relation: Relation) => string): string => {
  const all = (conditions: readonly Condition[], word: string) =>
    `(${conditions.map((each) => sqlBy(each, write)).join(` ${word} `)})`;
  if (isConstant(condition)) return String(condition);
  if ('anyOf' in condition) return all(condition.anyOf, 'or');
  if ('allOf' in condition) return all(condition.allOf, 'and');
  return 'not' in condition ? `(not ${sqlBy(condition.not, write)})` : write(condition);
};

/** The condition as a filter in SQL. */
export const sqlOf = (condition: Condition, family: string, bind: Bind): string =>
  sqlBy(condition, ({ name, about, sql }) => {
    if (about) throw new Error(`${name} is not of a family: no list is filtered by it.`);
    return `(${sql(family, bind)})`;
  });

/** Every relation it depends on, each once. */
export const relationsIn = (condition: Condition): Relation[] => {
  if (isConstant(condition)) return [];
  if ('anyOf' in condition) return condition.anyOf.flatMap(relationsIn);
  if ('allOf' in condition) return condition.allOf.flatMap(relationsIn);
  return 'not' in condition ? relationsIn(condition.not) : [condition];
};
