import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Period } from '@relais/platform/time/periods.rules.ts';
import { staysOf } from '../../care/placements/pattern.rules.ts';
import { closuresDuring } from '../../centres/centres/centre.queries.ts';
import type { CareRequest } from './care-request.ts';

type DatedOrWeekly = {
  readonly [Key in 'stretches' | 'weeklyPattern' | 'firstDay' | 'lastDay']: Readonly<CareRequest[Key]>;
};

/** Every stay of dated or weekly care in a centre: none on the days on which it is closed. */
export const staysOfRequest = async (
  tx: Transaction,
  centreId: string,
  { stretches, weeklyPattern, firstDay, lastDay }: DatedOrWeekly,
): Promise<Period[]> => {
  if (stretches.length > 0) return [...stretches];
  const days = { from: firstDay, to: lastDay };
  return staysOf(weeklyPattern, days, await closuresDuring(tx, [centreId], days));
};
