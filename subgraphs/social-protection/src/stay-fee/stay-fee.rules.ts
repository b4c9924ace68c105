import type { Temporal } from 'temporal-polyfill';
import { hourlyFee, roundHalfUp, type YearResources } from '../hourly-fee/hourly-fee.rules.ts';
import type { CareKind, FeeAnswer } from '../hourly-fee/hourly-fee.ts';
import { tariffKinds } from '../monthly-estimate/monthly-estimate.rules.ts';
import type { CentreKind } from '../monthly-estimate/placement.ts';

export type StayFacts = {
  readonly centreKind: CentreKind;
  readonly careKind: CareKind;
  readonly on: Temporal.PlainDate;
  readonly halfHoursDue: number;
};

const HALF_HOURS = 2;

/** Half-hours due × the fee of an hour on the day of care, in exact integers and rounded once. */
export const stayFee = (
  { centreKind, careKind, on, halfHoursDue }: StayFacts,
  recorded: readonly YearResources[],
): { readonly cents: number | null; readonly fee: FeeAnswer } => {
  const fee = hourlyFee({ on, tariffKind: tariffKinds[centreKind], careKind }, recorded);
  const cents = fee.cents === null ? null : roundHalfUp(halfHoursDue * fee.cents, HALF_HOURS);
  return { cents, fee };
};
