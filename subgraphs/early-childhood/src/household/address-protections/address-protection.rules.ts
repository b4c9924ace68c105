import type { Word } from '@relais/platform/graphql/reasons.ts';
import type { AddressProtection } from '../../families/family-addresses/address-protection.ts';
import type { endProtectionReasons, protectReasons } from './address-protection.reasons.ts';

type Protecting = { readonly reason: string; readonly mayProtect: boolean; readonly isProtected: boolean };

/** Why an address that its family may be told to have is not protected, or `null`. */
export const protectRefusal = ({
  reason,
  mayProtect,
  isProtected,
}: Protecting): Word<typeof protectReasons> | null => {
  if (!mayProtect) return 'JOIN_ITS_TEAM_FIRST';
  if (isProtected) return 'PROTECTED_ALREADY';
  return reason.trim() ? null : 'REASON_MISSING';
};

type Ending = { readonly reason: string; readonly mayEnd: boolean; readonly version: number };

/** Why a protection goes on, or `null`. */
export const endRefusal = (
  { endedAt, version: known }: Pick<AddressProtection, 'endedAt' | 'version'>,
  { reason, mayEnd, version }: Ending,
): Word<typeof endProtectionReasons> | null => {
  if (!mayEnd) return 'ONLY_ITS_TEAM';
  if (endedAt !== null) return 'ENDED_ALREADY';
  if (version !== known) return 'STALE_VERSION';
  return reason.trim() ? null : 'REASON_MISSING';
};
