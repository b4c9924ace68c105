import type { Word } from '@relais/platform/graphql/reasons.ts';
import { colleagueRefusal } from '@relais/platform/professionals/colleague.rules.ts';
import type { Professional } from '@relais/platform/professionals/professional.ts';
import type { Temporal } from 'temporal-polyfill';
import { textRefusal } from '../notes/text.rules.ts';
import { leadOn } from '../support-team/support-team.rules.ts';
import type { SupportTeamMember } from '../support-team/support-team-member.ts';
import type { namingReasons } from './restriction.reasons.ts';
import type { Restriction } from './restriction.ts';

type Colleague = Pick<Professional, 'id' | 'sub' | 'role' | 'departedOn'>;

/** As the directory knows those who were named in an input; `null` whom it does not know. */
export type Naming = {
  readonly reason: string;
  readonly named: readonly (Colleague | null)[];
  readonly barred: readonly (Colleague | null)[];
};

type Situation = { readonly team: readonly SupportTeamMember[]; readonly today: Temporal.PlainDate };

/** Whoever is barred may have left: they are barred all the same. */
const whoRefusal = (
  { named, barred }: Naming,
  today: Temporal.PlainDate,
): Word<typeof namingReasons> | null => {
  const refused = named.map((each) => colleagueRefusal(each, today)).find((refusal) => refusal !== null);
  if (refused) return refused;
  return barred.includes(null) ? 'UNKNOWN_PROFESSIONAL' : null;
};

/** Why a file cannot be restricted to these, or `null`. */
export const namingRefusal = (
  naming: Naming,
  { team, today }: Situation,
): Word<typeof namingReasons> | null => {
  const { named, barred, reason } = naming;
  const refusal = whoRefusal(naming, today) ?? textRefusal(reason);
  if (refusal) return refusal;
  if (named.length === 0) return 'NOBODY_NAMED';
  if (named.some((each) => each?.role !== 'CARE_COORDINATOR')) return 'ONLY_COORDINATORS_ARE_NAMED';
  const barredIds = barred.map((each) => each?.id);
  if (named.some((each) => barredIds.includes(each?.id))) return 'NAMED_AND_BARRED';
  const lead = leadOn(team, today);
  return lead && barredIds.includes(lead.professionalId) ? 'LEAD_IS_BARRED' : null;
};

/** Whether an administrator keeps it: of the agency that restricted the file, and not barred from it. */
export const isKeptBy = (
  { agency, barredSubs }: Pick<Restriction, 'agency' | 'barredSubs'>,
  keeper: { readonly sub: string; readonly agency: string },
): boolean => agency === keeper.agency && !barredSubs.includes(keeper.sub);

/** Why a restriction cannot be changed or lifted, or `null`. */
export const standingRefusal = (
  restriction: Pick<Restriction, 'version' | 'endedAt'>,
  version: number,
): 'LIFTED_ALREADY' | 'STALE_VERSION' | null => {
  if (restriction.endedAt !== null) return 'LIFTED_ALREADY';
  return restriction.version === version ? null : 'STALE_VERSION';
};
