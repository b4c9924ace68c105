import type { Quarter } from '@relais/platform/statistics/quarter.rules.ts';
import { dayIn, itself, itsFamily, type Row, share, type Tables } from './tables.ts';

/** Counts the families with income support on the last day with plain loops over the rows of social-protection. */
export const recountIncomeSupport = (table: Tables, { to }: Quarter, districtId: string | null) => {
  const of = (name: string) => table('social-protection', name);
  const isOpen = (file: Row) => {
    const states = of('entitlement_states')
      .filter(({ entitlement_id }) => entitlement_id === file.id)
      .filter(
        ({ from_on, recorded_at }) =>
          from_on <= to.toString() && dayIn(recorded_at).toString() <= to.toString(),
      )
      .toSorted((one, other) => one.version - other.version);
    return states.at(-1)?.state === 'OPEN';
  };
  const receiving = new Set(
    of('entitlements')
      .filter((file) => file.scheme === 'RSA' && isOpen(file))
      .map(itsFamily),
  );
  const families = of('known_families').filter(
    (row) => row.registered_on <= to.toString() && (districtId === null || row.district_id === districtId),
  );
  return share(families, ({ id }) => receiving.has(id), itself);
};
