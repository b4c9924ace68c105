import type { Bar } from '@relais/platform/sight/action.rules.ts';
import type { Bind, Relation } from '@relais/platform/sight/condition.rules.ts';
import { inTeam, ownJobSeeker } from '@relais/platform/sight/relations.ts';

/** Whether the address of a family is protected, as SQL over an expression for its id. */
export const isHomeProtected = (family: string): string => `exists (
  select from address_protections protection
  where protection.family_id = ${family} and protection.ended_at is null)`;

const keptFrom = (name: string, ...readers: readonly Relation[]): Bar => ({
  relation: {
    name,
    sql: (family: string, bind: Bind) =>
      [isHomeProtected(family), ...readers.map(({ sql }) => `not (${sql(family, bind)})`)].join(' and '),
  },
  because: 'RESTRICTED',
});

/** Where a family lives whose address is protected, from all but its support team. */
export const homeKept = keptFrom('HOME_KEPT', inTeam);

/** How it is reached, which may tell where it lives: an advisor calls their own job seeker all the same. */
export const phoneKept = keptFrom('PHONE_KEPT', inTeam, ownJobSeeker);
