import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id, instant, type RowShape, rowOf, rowsOf } from '../database/rows.ts';
import { decodeCursor, pageOf, pageSizeOf } from '../graphql/connection.ts';
import { counted, countRows } from '../graphql/counted.ts';
import { isUuid, partId } from '../ids.ts';
import { isInstantText } from '../time/calendar.ts';
import { dayOf, startOfDay } from '../time/civil-time.ts';
import type { DeskArguments } from './desk-arguments.ts';
import { DeskItem } from './desk-item.ts';
import { DeskUrgency } from './desk-words.ts';

const URGENCIES = Object.values(DeskUrgency);
const SOON_DAYS = 7;
const HOURS_UNTIL_LOST = 24;

/** What every row of a desk says; an agency adds what its sentences name. `rank` is where the order puts it first. */
export const DESK_COLUMNS = {
  subjectId: ['item.subject_id', id],
  familyId: ['item.family_id', id.nullable()],
  dueAt: ['item.due', instant],
  urgency: ['item.urgency', z.int().transform((rank) => URGENCIES[rank] ?? DeskUrgency.LATER)],
  rank: ['item.rank', z.int()],
} as const;

const BareRow = rowOf({ kind: ['item.kind', z.string()], ...DESK_COLUMNS });
type BareRow = z.output<typeof BareRow.type>;

/** A desk, before it is asked. Only the kinds that are asked for and may be told are given: the others cost nothing. */
export type DeskList<Row extends BareRow> = {
  /**
   * SQL of each kind: rows of `subject_id`, `family_id`, `due_at`, `is_lost` (whether something is lost once it is due), then
   * the columns that `details` needs, the same in each. One row for each subject, or for each `part` of it.
   */
  readonly kinds: Readonly<Partial<Record<Row['kind'], string>>>;
  /** SQL: joins to `item`, a row of a kind; made for the rows of the page only. */
  readonly details: string;
  /** SQL: only these rows of `item`, where the agency has filters of its own. */
  readonly where?: string;
  readonly shape: RowShape<Row>;
  readonly agency: string;
  readonly told: (row: Row) => ToldOfRow;
  /** What tells two matters of one kind and subject apart; the same while they last. */
  readonly part?: (row: Row) => string;
  /** What the SQL above was given. */
  readonly parameters: readonly unknown[];
};

type Position = Readonly<Record<'rank' | 'dueAt' | 'subjectId' | 'kind', string>>;
type Walk = { readonly openedAt: Date; readonly after: Position | null };

const CURSOR_LENGTH = 5;
const isOurCursor = ([openedAt, rank, dueAt, subjectId]: string[]): boolean =>
  isInstantText(openedAt) && /^[0-3]$/.test(rank ?? '') && isInstantText(dueAt) && isUuid(subjectId);

/** A desk is walked to its end as it was sorted when it was opened: nothing is passed over because an hour went by. */
const walkOf = ({ after }: DeskArguments, now: Date): Walk => {
  const [openedAt, rank, dueAt, subjectId, kind] = decodeCursor(after, CURSOR_LENGTH, isOurCursor) ?? [];
  if (!openedAt || !rank || !dueAt || !subjectId || kind === undefined) return { openedAt: now, after: null };
  return { openedAt: new Date(openedAt), after: { rank, dueAt, subjectId, kind } };
};

type AddValue = (value: unknown) => string;

/** The one place that says how urgent something is. */
const urgencyText = (openedAt: Date, add: AddValue): string => {
  const today = dayOf(openedAt);
  const [now, tomorrow, later] = [
    openedAt,
    startOfDay(today.add({ days: 1 })),
    startOfDay(today.add({ days: SOON_DAYS + 1 })),
  ].map((moment) => `${add(moment)}::timestamptz`);
  return `case
    when found.is_lost and found.due_at < ${now} + interval '${HOURS_UNTIL_LOST} hours' then 0
    when found.due_at < ${tomorrow} then 1
    when found.due_at < ${later} then 2
    else 3 end`;
};

const branch = ([kind, rows]: readonly [string, string | undefined]): string =>
  `select '${kind}'::text as kind, told.* from (${rows}) told`;

/** SQL: all that the desk holds, as its filters want it. Cursors tell milliseconds. */
const itemsText = (
  { kinds, where = 'true' }: Pick<DeskList<BareRow>, 'kinds' | 'where'>,
  { urgencies, dueBefore, order }: DeskArguments,
  { openedAt }: Walk,
  add: AddValue,
): string => {
  const urgency = urgencyText(openedAt, add);
  const ranks = urgencies?.map((each) => URGENCIES.indexOf(each));
  const conditions = [
    ranks ? `item.urgency = any(${add(ranks)}::integer[])` : 'true',
    where,
    dueBefore ? `item.due < ${add(dueBefore)}::timestamptz` : 'true',
  ];
  return `
    select item.*, ${order === 'EARLIEST_FIRST' ? '0' : 'item.urgency'} as rank from (
      select found.*, date_trunc('milliseconds', found.due_at) as due, ${urgency} as urgency
      from (${Object.entries(kinds).map(branch).join(' union all ')}) found
    ) item where ${conditions.join(' and ')}`;
};

const ORDER = 'item.rank, item.due, item.subject_id, item.kind';

const cursorOf = ({ rank, dueAt, subjectId, kind }: BareRow, { openedAt }: Walk): string[] => [
  openedAt.toISOString(),
  String(rank),
  dueAt.toISOString(),
  subjectId,
  kind,
];

const behind = (after: Position | null, add: AddValue): string =>
  after
    ? `(${ORDER}) > (${add(after.rank)}::integer, ${add(after.dueAt)}::timestamptz, ${add(after.subjectId)}::uuid, ${add(after.kind)}::text)`
    : 'true';

/** A page, and how to count the whole. */
const readDesk = async <Row extends BareRow>(
  db: Database,
  list: DeskList<Row>,
  args: DeskArguments,
  now: Date,
) => {
  const { kinds, details, shape, parameters } = list;
  const walk = walkOf(args, now);
  const rows = pageSizeOf(args) + 1;
  const isEmpty = Object.keys(kinds).length === 0;
  const values: unknown[] = [...parameters];
  const add: AddValue = (value) => `$${values.push(value)}`;
  const items = isEmpty ? '' : itemsText(list, args, walk, add);
  const counting = [...values];
  const text = `
    select ${shape.columns}
    from (select * from (${items}) item where ${behind(walk.after, add)} order by ${ORDER} limit ${add(rows)}) item
    ${details} order by ${ORDER}`;
  const found = isEmpty ? [] : await rowsOf(db, shape, text, values);
  const count = () => (isEmpty ? Promise.resolve(0) : countRows(db, items, counting));
  return { page: pageOf(found, args, (row) => cursorOf(row, walk)), count };
};

/** What an agency says of a row in the reader's language; `familyId: null` keeps from them whose file it is. */
export type ToldOfRow = Pick<DeskItem, 'subjectType' | 'sentence' | 'actions'> &
  Partial<Pick<DeskItem, 'familyId'>>;

/** A desk as it is answered: one statement for a page, whatever it holds, and one more where its whole is counted. */
export const openDesk = async <Row extends BareRow>(
  db: Database,
  list: DeskList<Row>,
  args: DeskArguments,
  now: Date,
) => {
  const { page, count } = await readDesk(db, list, args, now);
  const edges = page.edges.map(({ node: row, cursor }) => {
    const { kind, urgency, dueAt, subjectId, familyId } = row;
    const id = partId(subjectId, `${list.agency} desk ${kind}${list.part?.(row) ?? ''}`);
    const bare = { id, kind, urgency, dueAt, subjectId, familyId, concerns: familyId };
    return { node: Object.assign(new DeskItem(), bare, list.told(row)), cursor };
  });
  return counted({ edges, pageInfo: page.pageInfo }, count);
};
