import type { Database } from '../database/database.ts';
import type { LogSealing } from './log-sealing.ts';
import { monthsLetGo, newestHeads, newestSeals, unsealedAfter } from './seal.queries.ts';

const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/** How far an agency's log is sealed, and what it was told of the others. */
export const sealingOf = async (db: Database): Promise<LogSealing> => {
  const newest = await newestSeals(db);
  const { rows, since } = await unsealedAfter(db, newest[0]?.upTo ?? BEFORE_ALL);
  return {
    // They are numbered from 1 on, without a gap.
    seals: newest[0]?.number ?? 0,
    unsealedRows: rows,
    unsealedSince: since,
    monthsLetGo: await monthsLetGo(db),
    newest,
    kept: await newestHeads(db),
  };
};
