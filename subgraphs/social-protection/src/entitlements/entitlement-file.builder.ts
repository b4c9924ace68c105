import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import type { EntitlementFile } from './entitlement.ts';
import type { EntitlementState } from './entitlement-state.ts';
import type { State } from './entitlement-status.ts';

type GivenState = Partial<Omit<EntitlementState, 'from' | 'recordedAt' | 'statedOn'>> & {
  readonly state: State;
  readonly from: string;
  /** Noon of `from` unless told. */
  readonly recordedAt?: string;
  readonly statedOn?: string;
};
export type GivenFile = Partial<Omit<EntitlementFile, 'states'>> & { readonly states: readonly GivenState[] };

/** An entitlement with its states, oldest first, in memory only. */
export const anEntitlementFile = ({ states, ...given }: GivenFile): EntitlementFile => {
  const id = given.id ?? newId();
  return {
    id,
    familyId: newId(),
    adultId: null,
    childId: null,
    scheme: 'RSA',
    source: 'CAF',
    sourceNumber: null,
    confirmations: [],
    mistakenAt: null,
    version: states.length,
    ...given,
    states: states.map(({ from, recordedAt = `${from}T12:00:00Z`, statedOn, ...state }, index) => ({
      id: newId(),
      entitlementId: id,
      version: index + 1,
      monthlyAmountCents: null,
      reason: null,
      recordedBy: 'test',
      ...state,
      from: Temporal.PlainDate.from(from),
      to: null,
      statedOn: statedOn ? Temporal.PlainDate.from(statedOn) : null,
      recordedAt: new Date(recordedAt),
    })),
  };
};
