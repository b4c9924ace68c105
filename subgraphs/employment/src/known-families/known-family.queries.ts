import type { Database } from '@relais/platform/database/database.ts';
import { Any } from 'typeorm';
import { KnownAdult } from './known-adult.ts';
import { KnownFamily } from './known-family.ts';

export const familiesByIds = (db: Database, ids: string[]): Promise<KnownFamily[]> =>
  db.findBy(KnownFamily, { id: Any(ids) });

export const knownAdult = (db: Database, id: string): Promise<KnownAdult | null> =>
  db.findOneBy(KnownAdult, { id });
