import type { ActingSeer } from '@relais/platform/acting.ts';
import { oneOf } from '@relais/platform/database/columns.ts';
import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any, IsNull, Not } from 'typeorm';
import { Centre } from '../../centres/centres/centre.ts';
import type { Operator } from '../../centres/centres/centre-kind.ts';
import { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import { requestIsOpen, requestIsWaiting } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';
import { CareRequestStatus } from './care-request-status.ts';

const OPEN_STATUSES = Object.values(CareRequestStatus).filter(requestIsOpen);
export const WAITING_STATUSES = Object.values(CareRequestStatus).filter(requestIsWaiting);
const NEWEST_FIRST = { submittedAt: 'DESC', id: 'DESC' } as const;

export const careRequestsByIds = (db: Database, ids: string[]): Promise<CareRequest[]> =>
  db.findBy(CareRequest, { id: Any(ids) });

export const careRequestsOfChildren = (db: Database, childIds: string[]): Promise<CareRequest[]> =>
  db.find(CareRequest, { where: { childId: Any(childIds) }, order: NEWEST_FIRST });

export const careRequestsOfFamilies = (db: Database, familyIds: string[]): Promise<CareRequest[]> =>
  db.find(CareRequest, { where: { familyId: Any(familyIds) }, order: NEWEST_FIRST });

/** SQL: a request, by its name in the statement, can still lead to a place. */
export const isOpenRequest = (request: string): string => oneOf(`${request}.status`, OPEN_STATUSES);

/** SQL: no place is held for it yet, and one is still looked for. */
export const isWaitingRequest = (request: string): string => oneOf(`${request}.status`, WAITING_STATUSES);

/** Requests of a child that are not closed. */
export const openRequestsOf = (db: Database, childId: string): Promise<CareRequest[]> =>
  db.findBy(CareRequest, { childId, status: Any(OPEN_STATUSES) });

/** The request, held until commit, so that two people do not take different steps from the same version. */
export const lockCareRequest = (tx: Transaction, id: string): Promise<CareRequest | null> =>
  tx.findOne(CareRequest, { where: { id }, lock: { mode: 'for_no_key_update' } });

/** The same for who acts, if they may do this for the family that asks; else it is as absent. */
export const lockRequestFor = async (
  tx: Transaction,
  id: string,
  { sight }: Pick<ActingSeer, 'sight'>,
  permission: Permission,
): Promise<CareRequest | null> => {
  const request = await lockCareRequest(tx, id);
  return request && (await sight.allows(tx, permission, [request.familyId])) ? request : null;
};

/** Whether the child of a request left the family: no place is looked for any more. */
export const hasChildLeft = (tx: Transaction, { childId }: CareRequest): Promise<boolean> =>
  tx.existsBy(Child, { id: childId, leftOn: Not(IsNull()) });

/** Who runs each of these centres that exists. */
export const operatorsOf = async (
  db: Database,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, Operator>> => {
  const centres = await db.find(Centre, {
    select: { id: true, operator: true },
    where: { id: Any([...centreIds]) },
  });
  return new Map(centres.map(({ id, operator }) => [id, operator]));
};
