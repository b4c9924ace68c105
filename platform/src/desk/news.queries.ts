import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { id, instant, type RowShape, rowOf, rowsOf } from '../database/rows.ts';
import { badUserInput } from '../errors.ts';
import { decodeCursor, pageOf, pageSizeOf } from '../graphql/connection.ts';
import { counted, countRows } from '../graphql/counted.ts';
import { inputMessages } from '../graphql/input-messages.ts';
import { isUuid } from '../ids.ts';
import { isInstantText } from '../time/calendar.ts';
import type { NewsArguments } from './news.ts';
import { NewsItem } from './news.ts';

const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

/** What every row of news says; an agency adds what its sentences name. */
export const NEWS_COLUMNS = {
  id: ['item.id', id],
  at: ['item.at', instant],
  subjectId: ['item.subject_id', id],
  familyId: ['item.family_id', id.nullable()],
} as const;

const BareRow = rowOf({ kind: ['item.kind', z.string()], ...NEWS_COLUMNS });
type BareRow = z.output<typeof BareRow.type>;

type AddValue = (value: unknown) => string;
type Following = { readonly sub: string; readonly today: string };

/** SQL: of a family that somebody follows today: in its team, by a referral, or (`ADVISOR`) as advisor of one of its adults. */
export const ofFollowed = (
  family: string,
  { sub, today }: Following,
  relations: readonly ('TEAM' | 'REFERRAL' | 'ADVISOR')[],
  add: AddValue,
): string => `${family} = any(array(
  select family_id from followers
  where sub = ${add(sub)} and relation = any(${add(relations)}::text[]) and from_on <= ${add(today)}::date
    and (to_on is null or to_on > ${add(today)}::date)))`;

export type NewsList<Row extends BareRow> = {
  /**
   * SQL: `id`, `kind`, `subject_id`, `family_id`, `at` (to the millisecond, as cursors tell it) of what happened after
   * `since`, its parameter, and the columns that `details` needs.
   */
  readonly rows: (since: string, add: AddValue) => string;
  /** SQL: joins to `item`, made for the rows of the page only. */
  readonly details: string;
  readonly shape: RowShape<Row>;
  readonly told: (row: Row) => Pick<NewsItem, 'sentence'> & Partial<Pick<NewsItem, 'familyId'>>;
};

const sinceIn = ({ since }: NewsArguments, now: Date): Date => {
  if (now.getTime() - since.getTime() <= MOST_DAYS * DAY_MS) return since;
  throw badUserInput('since', inputMessages, 'SPAN_TOO_LONG', { most: MOST_DAYS });
};

/** News as it is answered, newest first: one statement for a page, and one more where the whole is counted. */
export const openNews = async <Row extends BareRow>(
  db: Database,
  { rows, details, shape, told }: NewsList<Row>,
  args: NewsArguments,
  now: Date,
) => {
  const values: unknown[] = [sinceIn(args, now)];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const all = rows('$1::timestamptz', add);
  const counting = [...values];
  const [at, last] = decodeCursor(args.after, 2, ([when, row]) => isInstantText(when) && isUuid(row)) ?? [];
  const behind = at && last ? `(item.at, item.id) < (${add(at)}::timestamptz, ${add(last)}::uuid)` : 'true';
  const text = `
    select ${shape.columns}
    from (select * from (${all}) item where ${behind} order by item.at desc, item.id desc limit ${add(pageSizeOf(args) + 1)}) item
    ${details} order by item.at desc, item.id desc`;
  const page = pageOf(await rowsOf(db, shape, text, values), args, (row) => [row.at.toISOString(), row.id]);
  const edges = page.edges.map(({ node: row, cursor }) => {
    const { id: itemId, at: happenedAt, kind, subjectId, familyId } = row;
    const bare = { id: itemId, at: happenedAt, kind, subjectId, familyId, concerns: familyId };
    return { node: Object.assign(new NewsItem(), bare, told(row)), cursor };
  });
  return counted({ edges, pageInfo: page.pageInfo }, () => countRows(db, all, counting));
};
