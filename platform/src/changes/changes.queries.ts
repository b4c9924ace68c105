import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id, rowOf, rowsOf } from '../database/rows.ts';
import type { SubgraphContext } from '../subgraph.ts';
import type { ChangesFound, ChangesTold } from './changes.ts';

/** More in a moment is a closure or a morning of a whole agency: then all is read anew at once. */
const MOST_TOLD = 50;

const FoundRow = rowOf({
  position: ['head.position::text', z.string()],
  /** Of a database that was restored since, positions begin anew. */
  isAhead: ['head.is_ahead', z.boolean()],
  kind: ['found.kind', z.string().nullable()],
  subjectId: ['found.subject_id', id.nullable()],
});

/** Only what every transaction before has written too: a later number may be seen first. */
const SETTLED = 'pg_snapshot_xmin(pg_current_snapshot())';

const seenBy = (told: ChangesTold, context: SubgraphContext, add: (value: unknown) => string): string => {
  const kinds = Object.entries(told).map(
    ([kind, filterOf]) => `(changed.kind = '${kind}' and ${filterOf(context)('changed.subject_id', add)})`,
  );
  return kinds.length === 0 ? 'false' : kinds.join(' or ');
};

/** What changed since a position that the reader may see, in one statement; of who begins, from where. */
export const changesSince = async (
  context: SubgraphContext,
  told: ChangesTold,
  since: string | null,
): Promise<ChangesFound> => {
  const values: unknown[] = [since];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const seen = seenBy(told, context, add);
  const text = `
    select ${FoundRow.columns}
    from (select ${SETTLED} as position, coalesce($1::text::xid8 > ${SETTLED}, false) as is_ahead) head
    left join lateral (
      select changed.kind, changed.subject_id from changes changed
      where changed.changed_by >= $1::text::xid8 and changed.changed_by < head.position and (${seen})
      group by changed.kind, changed.subject_id limit ${add(MOST_TOLD + 1)}::integer
    ) found on true`;
  const rows = await rowsOf(context.db, FoundRow, text, values);
  const changes = rows.flatMap(({ kind, subjectId }) => (kind && subjectId ? [{ kind, subjectId }] : []));
  const isReset = changes.length > MOST_TOLD || rows.some(({ isAhead }) => isAhead);
  return { position: rows[0]?.position ?? '0', isReset, changes: isReset ? [] : changes };
};

const NewestRow = rowOf({ newest: ['changed_by::text', z.string()] });
const NEWEST = `
  select ${NewestRow.columns} from changes where changed_by < ${SETTLED} order by changed_by desc limit 1`;

/** Of the newest change, whoever may see it: while it stays the same, nobody need be asked for. */
export const newestOf = async (db: Database): Promise<string> =>
  (await rowsOf(db, NewestRow, NEWEST))[0]?.newest ?? '0';
