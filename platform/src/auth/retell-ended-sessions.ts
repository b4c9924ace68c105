import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id, instant, type RowFrom, rowOf, rowsOf } from '../database/rows.ts';
import { publishAll } from '../events/publish.ts';
import type { Rebuild } from '../events/published-event.ts';
import { BEFORE_ALL_IDS } from '../events/replay.ts';
import { endingId, sessionsEnded } from './end-sessions.ts';

const EndingRow = rowOf({
  id: ['id', id],
  kind: ['kind', z.enum(['SUB', 'SID'])],
  name: ['name', z.string()],
  since: ['since', instant],
});
const IdRow = rowOf({ id: ['id', id] });
const NamelessRow = rowOf({ kind: ['kind', z.enum(['SUB', 'SID'])], name: ['name', z.string()] });

const IDS_AFTER = `select ${IdRow.columns} from ended_sessions where id > $1 order by id limit $2`;
const ENDINGS_CALLED = `select ${EndingRow.columns} from ended_sessions where id = any($1::uuid[]) order by id`;
const WITHOUT_ID = `select ${NamelessRow.columns} from ended_sessions where id is null`;
const CALL = `
  update ended_sessions set id = called.id from unnest($1::text[], $2::text[], $3::uuid[]) as called (kind, name, id)
  where (ended_sessions.kind, ended_sessions.name) = (called.kind, called.name)`;

/** Those of a version that told of each once only. */
const callAll = async (db: Database): Promise<void> => {
  const nameless = await rowsOf(db, NamelessRow, WITHOUT_ID);
  if (nameless.length === 0) return;
  const [kinds, names] = [nameless.map(({ kind }) => kind), nameless.map(({ name }) => name)];
  await db.query(CALL, [kinds, names, nameless.map(endingId)]);
};

const idsAfter = async (db: Database, after: string, most: number): Promise<string[]> => {
  if (after === BEFORE_ALL_IDS) await callAll(db);
  return (await rowsOf(db, IdRow, IDS_AFTER, [after, most])).map((row) => row.id);
};

type EndingRow = RowFrom<typeof EndingRow>;

/** What an agency tells anew, with whose sessions were ended: who was away, or restored a backup, refuses them again. */
export const withEndedSessions = (rebuild?: Rebuild): Rebuild => ({
  async familiesAfter(db, after, most) {
    const ended = await idsAfter(db, after, most);
    const others = (await rebuild?.familiesAfter(db, after, most)) ?? [];
    return [...new Set([...ended, ...others])].sort().slice(0, most);
  },
  async republish(tx, ids, now) {
    const endings: EndingRow[] = await rowsOf(tx, EndingRow, ENDINGS_CALLED, [ids]);
    await publishAll(tx, endings.map(sessionsEnded));
    const others = ids.filter((each) => !endings.some((ending) => ending.id === each));
    if (others.length > 0) await rebuild?.republish(tx, others, now);
  },
});
