import { coordinator } from '@relais/platform/testing/test-users.ts';
import { besideReaders, type Reads } from './beside-readers.ts';
import { change, lead } from './follow-meanwhile.ts';
import type { askOver } from './test-whole-graph.ts';

type Ask = ReturnType<typeof askOver>;

const PROTECTION = 'record: addressProtection { id version }';

/** How the lead of a family protects its address, and ends it. */
export const protectingOver = (ask: Ask, familyId: string) => {
  const protect = () =>
    change(ask, 'protectAddress', PROTECTION, { familyId, basis: 'COURT_ORDER', reason: 'Menaces' }, lead);
  const end = ({ record }: Awaited<ReturnType<typeof protect>>) => {
    const input = { addressProtectionId: record?.id, version: record?.version, reason: 'Essai' };
    return change(ask, 'endAddressProtection', PROTECTION, input, lead);
  };
  return { protect, end };
};

/** An address is protected and shown again while somebody of the service point asks for it without a pause. */
export const protectMeanwhile = (ask: Ask, familyId: string, rounds: number): Promise<Reads> => {
  const { protect, end } = protectingOver(ask, familyId);
  const isShown = async (): Promise<boolean> => {
    const document = 'query ($id: ID!) { familyById(id: $id) { address { street } } }';
    const { data } = await ask(document, { id: familyId }, coordinator('looks-meanwhile'));
    return data.familyById.address !== null;
  };
  return besideReaders({ isShown, hide: protect, show: end }, rounds);
};
