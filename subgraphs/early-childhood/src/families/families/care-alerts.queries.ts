import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any } from 'typeorm';
import { CareAlerts } from './care-alerts.ts';

/** What must be known of each of these children, in order; nothing where who asks may not read it. */
export const careAlertsOf = async (db: Database, childIds: readonly string[]): Promise<string[][]> => {
  const found = await db.findBy(CareAlerts, { childId: Any([...childIds]) });
  const known = new Map(found.map(({ childId, alerts }) => [childId, alerts]));
  return childIds.map((id) => known.get(id) ?? []);
};

export type AlertsOfChild = Pick<CareAlerts, 'childId' | 'alerts'>;

/** Of children of whom nothing is written down yet. */
export const addCareAlerts = async (tx: Transaction, given: readonly AlertsOfChild[]): Promise<void> => {
  const said = given.filter(({ alerts }) => alerts.length > 0);
  if (said.length > 0) await tx.insert(CareAlerts, [...said]);
};

/** What must be known of a child from now on, instead of what was written down. */
export const replaceCareAlerts = async (tx: Transaction, given: AlertsOfChild): Promise<void> => {
  await tx.delete(CareAlerts, { childId: given.childId });
  await addCareAlerts(tx, [given]);
};
