import type { User } from '@relais/platform/auth/user.ts';
import { type Action, conditionFor, readersCondition } from '@relais/platform/sight/action.rules.ts';
import type { Permissions } from '@relais/platform/sight/compiled.ts';
import { type Bind, relationsIn, sqlOf } from '@relais/platform/sight/condition.rules.ts';

export type Reader = Pick<User, 'role' | 'agencyKind'>;

/** What every statement of the limit is given first: who asks, and when. */
export const ASKED_BY = `asked_by as (
  select cast($1 as text) as sub, cast($2 as date) as today, cast($3 as timestamptz) as now, cast($4 as text) as kind)`;

const PLACES = {
  sub: 'cast($1 as text)',
  today: 'cast($2 as date)',
  now: 'cast($3 as timestamptz)',
  agencyKind: 'cast($4 as text)',
} as const;
const bind: Bind = (what) => PLACES[what];

/** Of one agency and one kind of reader: the product's own declarations, as conditions within a statement. */
export const sightIn = <Name extends string>(
  permissions: Permissions & Readonly<Record<Name, unknown>>,
  reader: Reader,
) => {
  const actionOf = (name: Name): Action => {
    const rule = permissions[name];
    if (!rule || Array.isArray(rule)) throw new Error(`${name} is decided by the token alone.`);
    return rule as Action;
  };
  return {
    /** Whether the reader may, of the family that this expression names. */
    may: (name: Name, family: string): string => sqlOf(conditionFor(actionOf(name), reader), family, bind),
    /** By which relation the reader is let in, as the access log writes it down. */
    tie: (name: Name, family: string): string => {
      const relations = relationsIn(readersCondition(actionOf(name), reader));
      const cases = relations.map((each) => `when ${each.sql(family, bind)} then '${each.name}'`);
      return cases.length === 0 ? `'ROLE'` : `case ${cases.join(' ')} else 'ROLE' end`;
    },
  };
};

/** An instant as JavaScript writes it. */
export const asInstant = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Rows of a query, in its order, as one value. */
export const listOf = (query: string): string =>
  `coalesce((select json_agg(each) from (${query}) each), '[]')`;

/** The one row of a query. */
export const oneOf = (query: string): string => `(select row_to_json(each) from (${query}) each)`;

/** The row of the access log, as the product writes it; `seen` is a query of family, categories and relation. */
export const logged = (seen: string): string => `logged as (
  insert into access_log (at, request_id, sub, name, role, agency, purpose, id, family, outcome, categories, relation)
  select $3, $5, $1, $6, $7, $8, $9, gen_random_uuid(), family, 'SEEN', categories, relation from (${seen}) seen)`;

type Statement = { readonly name: string; readonly text: string };

/** Statements of a question, written once for each kind of reader, as the product compiles its sight. */
export const byReader = <Name extends string>(
  question: string,
  texts: Readonly<Record<Name, (reader: Reader) => string>>,
) => {
  const known = new Map<string, Readonly<Record<Name, Statement>>>();
  const make = (reader: Reader, key: string) =>
    Object.fromEntries(
      Object.entries<(reader: Reader) => string>(texts).map(([name, textFor]) => [
        name,
        { name: `${question}_${name}_${key}`, text: textFor(reader) },
      ]),
    ) as Record<Name, Statement>;
  return ({ role, agencyKind }: Reader): Readonly<Record<Name, Statement>> => {
    const key = `${role}_${agencyKind}`;
    const statements = known.get(key) ?? make({ role, agencyKind }, key);
    known.set(key, statements);
    return statements;
  };
};
