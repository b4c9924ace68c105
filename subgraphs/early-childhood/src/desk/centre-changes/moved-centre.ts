import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import type { Centre } from '../../centres/centres/centre.ts';
import type { Operator } from '../../centres/centres/centre-kind.ts';
import { locateHome } from '../../centres/districts/locate-home.ts';
import type { AddressInput, PositionInput } from '../../household/registration/register-family.ts';
import type { outsideDistricts } from './centre-change.reasons.ts';

type Said = {
  readonly operator?: Operator | null;
  readonly address?: AddressInput | null;
  readonly position?: PositionInput | null;
  readonly districtId?: string | null;
};

/** Where a centre is and whose it is. */
export type Whereabouts = Pick<Centre, 'operator' | 'address' | 'latitude' | 'longitude' | 'districtId'>;

const districtFor = async (tx: Transaction, centre: Centre, { position, districtId }: Said) => {
  const isMoved =
    position && (position.latitude !== centre.latitude || position.longitude !== centre.longitude);
  if (!isMoved && !districtId) return centre.districtId;
  const located = await locateHome(tx, position ?? centre.position, districtId ?? null);
  if ('refusal' in located) return located;
  return located.districtId ?? ({ refusal: 'OUTSIDE_DISTRICTS' } as const);
};

/** Where a centre is from now on: one that moves lies in the district of its new place, unless another is said. */
export const movedCentre = async (
  tx: Transaction,
  centre: Centre,
  said: Said,
): Promise<Whereabouts | Refused<Word<typeof outsideDistricts>>> => {
  const districtId = await districtFor(tx, centre, said);
  if (typeof districtId !== 'string') return districtId;
  const { latitude, longitude } = said.position ?? centre;
  const address = said.address ? { ...said.address } : centre.address;
  return { operator: said.operator ?? centre.operator, address, latitude, longitude, districtId };
};
