import { purposesFor } from '@relais/platform/access-log/purposes.ts';
import type { AdmittedAgencies } from '@relais/platform/auth/agencies.ts';
import type { Claims, User } from '@relais/platform/auth/user.ts';
import { askerOf } from '@relais/platform/database/asking.ts';
import type { Asker } from '@relais/platform/database/asking-query.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';

/** Who asks and when, as every statement is told. */
export type Asking = {
  readonly user: User;
  readonly today: Temporal.PlainDate;
  /** For the walls of the database. */
  readonly asker: Asker;
  /** The first four parameters of every statement: who asks. */
  readonly values: readonly unknown[];
  /** The next five, where it writes into the access log. */
  readonly log: readonly unknown[];
};

const DAY_MS = 60_000;
let known = { until: 0, today: Temporal.PlainDate.from('2000-01-01') };

/** Midnight is a whole minute in every time zone. */
const todayAt = (now: Date): Temporal.PlainDate => {
  const at = now.getTime();
  if (at >= known.until) known = { until: at - (at % DAY_MS) + DAY_MS, today: dayOf(now) };
  return known.today;
};

export const askingOf = (claims: Claims, admitted: AdmittedAgencies, now: Date): Asking => {
  const user: User = { ...claims, agencyKind: admitted.get(claims.agency) ?? null };
  const asker = askerOf(user, now);
  const { sub, name, role, agency } = user;
  return {
    user,
    today: todayAt(now),
    asker,
    values: [sub, asker.today, asker.now, user.agencyKind],
    log: [newId(), name, role, agency, purposesFor(role)[0]],
  };
};
