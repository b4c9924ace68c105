import type { Ending } from '@relais/platform/auth/ended-sessions.rules.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Endings } from '../data-sources/endings.ts';
import type { Revoke } from './sessions.ts';

type Ended = Parameters<Revoke>[0];

/** Everywhere: all sessions of the person; else the one that the issuer knows, where it says which. */
const endingOf = ({ session: { sub, issuerSid }, everywhere }: Ended): Ending | null => {
  const since = new Date();
  // By themselves: which agency they work for is of no interest then.
  const by = { id: newId(), sub, agency: '' };
  if (everywhere) return { kind: 'SUB', name: sub, since, by };
  return issuerSid === undefined ? null : { kind: 'SID', name: issuerSid, since };
};

/** Signing out ends sessions at the agencies, so that a copied cookie or token is of no use either. */
export const revokingBy =
  (endings: Endings): Revoke =>
  async (ended) => {
    const ending = endingOf(ended);
    return ending ? endings.end(ending) : [];
  };
