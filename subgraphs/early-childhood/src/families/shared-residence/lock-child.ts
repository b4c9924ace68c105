import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Permission } from '../../permissions.ts';
import { Child } from '../families/child.ts';
import { familiesOfEach } from './shared-residence.queries.ts';

type ForWhat = {
  readonly permission: Permission;
  /** `pessimistic_read` lets others read-lock it too. */
  readonly mode: 'for_no_key_update' | 'pessimistic_read';
};

/** The child held until commit, if who acts may do this for one of its families; else it is as absent. */
export const lockChildFor = async (
  tx: Transaction,
  id: string,
  { sight }: Pick<ActingUser, 'sight'>,
  { permission, mode }: ForWhat,
): Promise<Child | null> => {
  const child = await tx.findOne(Child, { where: { id }, lock: { mode } });
  if (!child) return null;
  const families = async () => (await familiesOfEach(tx, [id])).flat();
  return (await sight.allows(tx, permission, families)) ? child : null;
};

/** Why a child was not there for somebody: what its family objects to is said to who sees the family. */
export const whyNoChild = async (
  tx: Transaction,
  id: string,
  { sight }: Pick<ActingUser, 'sight'>,
  { permission }: Pick<ForWhat, 'permission'>,
): Promise<'UNKNOWN_CHILD' | 'FAMILY_OBJECTS'> => {
  const families = (await familiesOfEach(tx, [id])).flat();
  const denial = await sight.whyNot(tx, permission, families);
  return denial?.because === 'OBJECTION' ? 'FAMILY_OBJECTS' : 'UNKNOWN_CHILD';
};
