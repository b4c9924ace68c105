import type { Role } from '../auth/user.ts';
import type { SqlFile } from '../database/sql-files.ts';
import { type Action, type Bar, conditionFor } from './action.rules.ts';
import { type Bind, sqlOf } from './condition.rules.ts';

/** Who reads what a wall hides, as a function of the database that is given the id of a family. */
export type Seeing = { readonly name: string; readonly action: Action };

/** A table whose rows the database itself shows to those alone who may read them. */
export type Wall = {
  readonly table: string;
  /** Where the table has no `family_id`: what follows `from` to find, as `walled`, the rows that have. */
  readonly through?: string;
  /** Of those who see the family, who reads the rows; all of them unless told. */
  readonly readBy?: Seeing;
  /** Who reads a row besides, without seeing the family: as SQL. */
  readonly besides?: string;
  /** Of rows that are of no family: whose they are instead, as SQL. They are the service's as well. */
  readonly whose?: string;
};

/** What `SET_ASKER` sets. What was set before and is gone is an empty text. */
const settings = {
  sub: "current_setting('app.user', true)",
  today: "nullif(current_setting('app.today', true), '')::date",
  now: "nullif(current_setting('app.now', true), '')::timestamptz",
  agencyKind: "current_setting('app.agency', true)",
} as const;

/** Rows that the service point reads, and who made them; nobody whose agency is not admitted, as what they are for. */
export const madeByOrOfServicePoint = (maker: string): string =>
  `current_setting('app.role', true) = 'CARE_COORDINATOR' and ${settings.agencyKind} = 'CARE'
    or ${maker} = ${settings.sub} and ${settings.agencyKind} <> ''`;

/** Of a centre's staff, which centres they act for; of all others none. */
export const CENTRES_OF_STAFF = `case when current_setting('app.role', true) = 'CENTRE_STAFF'
  then nullif(current_setting('app.centres', true), '')::uuid[] end`;

const bind: Bind = (what) => settings[what];

/** Those who see a family, but for whom something keeps away: an objection, or a protection. */
export const butFor = (name: string, seeFamily: Action, ...unless: readonly Bar[]): Seeing => {
  const readers = Object.fromEntries(Object.keys(seeFamily.readers).map((role) => [role, true]));
  return { name, action: { within: seeFamily, readers, unless } };
};

/** A function that plans each role's question once for a connection: written into the policies, it would be planned with every statement. */
const functionOf = ({ name, action }: Seeing): string => {
  const roles = Object.keys(action.readers) as Role[];
  const cases = roles.map((role) => {
    const seen = sqlOf(conditionFor(action, { role, agencyKind: null }), '$1', bind);
    return `when '${role}' then return ${seen};`;
  });
  return `
create or replace function ${name}(uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  case current_setting('app.role', true)
    when 'SERVICE' then return true;
    ${cases.join('\n    ')}
    else return false;
  end case;
end $$;`;
};

const seenThrough =
  ({ through }: Wall) =>
  ({ name }: Seeing): string =>
    through ? `exists (select from ${through} and ${name}(walled.family_id))` : `${name}(family_id)`;

/** Whoever sees the family may add what they do not read, and change nothing that they do not. */
const policiesOf = (wall: Wall, sees: Seeing): readonly string[] => {
  if (wall.whose) return [`using (current_setting('app.role', true) = 'SERVICE' or ${wall.whose})`];
  const seen = seenThrough(wall);
  const { readBy, besides } = wall;
  if (!readBy && !besides) return [`using (${seen(sees)})`];
  const read = seen(readBy ?? sees);
  return [
    `for select using (${besides ? `${read} or ${besides}` : read})`,
    `for insert with check (${seen(sees)})`,
    `for update using (${read})`,
    `for delete using (${read})`,
  ];
};

const FORGET_POLICIES = (table: string): string => `
do $$ declare policy name; begin
  for policy in select polname from pg_policy where polrelid = '${table}'::regclass loop
    execute format('drop policy %I on ${table}', policy);
  end loop;
end $$;`;

const raised =
  (sees: Seeing) =>
  (wall: Wall): string => {
    const { table } = wall;
    const policies = policiesOf(wall, sees).map(
      (policy, index) => `create policy ${table}_wall_${index + 1} on ${table} ${policy};`,
    );
    return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
${FORGET_POLICIES(table)}
${policies.join('\n')}`;
  };

/** What files were before they were merged may be anything of them: it is the service's alone. */
const MERGE_JOURNALS: readonly Wall[] = ['merge_journals', 'merge_journal_rows', 'parted_followers'].map(
  (table) => ({
    table,
    whose: 'false',
  }),
);

/**
 * The second wall (docs/decisions/0064b-walls-in-the-database.md, 0068-…): rows of families that who asks does not see are
 * not there, whatever the statement says; for its owner neither. Made of the one rule of who sees a family, so that it is
 * raised anew when that changes.
 */
export const wallsOf = (owner: string, seeFamily: Action, given: readonly Wall[]): SqlFile => {
  const walls = [...given, ...MERGE_JOURNALS];
  const sees: Seeing = { name: 'sees_family', action: seeFamily };
  const seeings = new Map(
    [sees, ...walls.flatMap(({ readBy }) => readBy ?? [])].map((each) => [each.name, each]),
  );
  return {
    name: `${owner}/functions/walls`,
    sql: [...[...seeings.values()].map(functionOf), ...walls.map(raised(sees))].join(''),
    repeats: true,
  };
};
