import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { Entitlement, type EntitlementFile } from './entitlement.ts';
import { EntitlementState, type State } from './entitlement-state.ts';

type GivenState = Partial<Omit<EntitlementState, 'from' | 'recordedAt' | 'statedOn'>> & {
  readonly state: State;
  readonly from: string;
  /** Noon of `from` unless told. */
  readonly recordedAt?: string;
  readonly statedOn?: string;
};
type GivenFile = Partial<Omit<EntitlementFile, 'states'>> & { readonly states: readonly GivenState[] };

/** An entitlement with its states, oldest first, in memory only. */
export const anEntitlementFile = ({ states, ...given }: GivenFile): EntitlementFile => {
  const id = given.id ?? newId();
  return {
    id,
    familyId: newId(),
    adultId: null,
    scheme: 'RSA',
    source: 'CAF',
    sourceNumber: null,
    confirmations: [],
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

/** The same, on record. */
export const givenEntitlement = async (db: Database, given: GivenFile): Promise<EntitlementFile> => {
  const { states, ...facts } = anEntitlementFile(given);
  await db.insert(Entitlement, facts);
  await db.insert(EntitlementState, [...states]);
  return { ...facts, states };
};
