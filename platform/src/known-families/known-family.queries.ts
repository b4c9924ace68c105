import { Any } from 'typeorm';
import type { Database } from '../database/database.ts';
import { KnownAdult } from './known-adult.ts';
import { KnownFamily } from './known-family.ts';

export const knownFamilies = (db: Database, ids: string[]): Promise<KnownFamily[]> =>
  db.findBy(KnownFamily, { id: Any(ids) });

export const knownAdult = (db: Database, id: string): Promise<KnownAdult | null> =>
  db.findOneBy(KnownAdult, { id });
