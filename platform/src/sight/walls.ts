import type { Role } from '../auth/user.ts';
import type { SqlFile } from '../database/sql-files.ts';
import { type Action, conditionFor } from './action.rules.ts';
import { type Bind, sqlOf } from './condition.rules.ts';

/** A table whose rows the database itself shows to those alone who see the family. */
export type Wall = {
  readonly table: string;
  /** Where the table has no `family_id`: what follows `from` to find, as `walled`, the row that has. */
  readonly through?: string;
};

/** What `SET_ASKER` sets. What was set before and is gone is an empty text. */
const settings = {
  sub: "current_setting('app.user', true)",
  today: "nullif(current_setting('app.today', true), '')::date",
  now: "nullif(current_setting('app.now', true), '')::timestamptz",
} as const;

const bind: Bind = (what) => {
  if (what === 'agencyKind')
    throw new Error('A wall knows nothing of agencies: it is as wide as the sight of a family.');
  return settings[what];
};

/** A function that plans each role's question once for a connection: written into the policies, it would be planned with every statement. */
const seesFamily = (seeFamily: Action): string => {
  const roles = Object.keys(seeFamily.readers) as Role[];
  const cases = roles.map((role) => {
    const seen = sqlOf(conditionFor(seeFamily, { role, agencyKind: null }), '$1', bind);
    return `when '${role}' then return ${seen};`;
  });
  return `
create or replace function sees_family(uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  case current_setting('app.role', true)
    when 'SERVICE' then return true;
    ${cases.join('\n    ')}
    else return false;
  end case;
end $$;`;
};

const raised = ({ table, through }: Wall): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
drop policy if exists ${table}_of_families_seen on ${table};
create policy ${table}_of_families_seen on ${table} using (
  sees_family(${through ? `(select walled.family_id from ${through})` : 'family_id'}));`;

/**
 * The second wall (docs/decisions/0064b-walls-in-the-database.md): rows of families that who asks does not see are not there,
 * whatever the statement says; for its owner neither. Made of the one rule of who sees a family, so that it is raised anew when
 * that changes.
 */
export const wallsOf = (owner: string, seeFamily: Action, walls: readonly Wall[]): SqlFile => ({
  name: `${owner}/functions/walls`,
  sql: [seesFamily(seeFamily), ...walls.map(raised)].join(''),
  repeats: true,
});
