import type { Database } from '@relais/platform/database/database.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { Any } from 'typeorm';
import { KnownAdult } from './known-adult.ts';
import { KnownFamily } from './known-family.ts';

export const knownFamilies = (db: Database, ids: string[]): Promise<KnownFamily[]> =>
  db.findBy(KnownFamily, { id: Any(ids) });

export const knownAdult = (db: Database, id: string): Promise<KnownAdult | null> =>
  db.findOneBy(KnownAdult, { id });

export const knownAdults = (db: Database, ids: string[]): Promise<KnownAdult[]> =>
  db.findBy(KnownAdult, { id: Any(ids) });

/** Holds the families until commit, in id order: two that lock in other orders would block each other. */
export const lockFamiliesByReference = (tx: Transaction, references: string[]): Promise<KnownFamily[]> =>
  tx.find(KnownFamily, {
    where: { reference: Any(references) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });

/** Holds the family until commit, so that its benefits change one at a time. */
export const lockKnownFamily = (tx: Transaction, id: string): Promise<KnownFamily | null> =>
  tx.findOne(KnownFamily, { where: { id }, lock: { mode: 'for_no_key_update' } });
