import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused } from '@relais/platform/graphql/reasons.ts';
import type { KnownFamily } from '@relais/platform/known-families/known-family.ts';
import { holdFamily } from '../known-families/known-family.queries.ts';
import type { Permission } from '../permissions.ts';
import { familyOfHandle } from './lookup-handle.ts';

/** The family, where it is seen, or else what a lookup answered: one of both. */
type Asked = { readonly familyId?: string | null; readonly handle?: string | null };

type Unknown = Refused<'UNKNOWN_FAMILY' | 'UNKNOWN_HANDLE' | 'FAMILY_OR_HANDLE'>;

const allowed = async (
  tx: Transaction,
  family: KnownFamily | null,
  { sight }: ActingUser,
  permission: Permission,
): Promise<KnownFamily | null> =>
  family && (await sight.allows(tx, permission, [family.id])) ? family : null;

/** The family that a lookup answered to this person, for what may be done about it; it may have been restricted since. */
export const familyOfLookup = async (
  tx: Transaction,
  handle: string,
  acting: ActingUser,
  permission: Permission,
): Promise<KnownFamily | null> => {
  const found = await familyOfHandle(tx, handle, acting);
  return found ? allowed(tx, await holdFamily(tx, found), acting, permission) : null;
};

/** Whoever does not see the family names it by what a lookup answered: nobody tries out which families there are. */
export const familyAskedFor = async (
  tx: Transaction,
  { familyId, handle }: Asked,
  acting: ActingUser,
): Promise<KnownFamily | Unknown> => {
  if (Boolean(familyId) === Boolean(handle)) return { refusal: 'FAMILY_OR_HANDLE' };
  if (familyId) {
    const family = await allowed(tx, await holdFamily(tx, familyId), acting, 'family:see');
    return family ?? { refusal: 'UNKNOWN_FAMILY' };
  }
  const family = await familyOfLookup(tx, handle ?? '', acting, 'family:ask-for');
  return family ?? { refusal: 'UNKNOWN_HANDLE' };
};
