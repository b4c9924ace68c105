import type { Acting } from '@relais/platform/acting.ts';
import { preview } from '@relais/platform/database/preview.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import { badUserInput } from '@relais/platform/errors.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { isBefore } from '@relais/platform/time/days.rules.ts';
import type { Temporal } from 'temporal-polyfill';
import { lockCentres } from '../../care/bookings/booking.queries.ts';
import { centresOf } from '../../centres/centres/centre.queries.ts';
import type { Centre } from '../../centres/centres/centre.ts';
import { allDistricts } from '../../centres/districts/district.queries.ts';
import { type centreListReasons, type listedRowReasons, listProblems } from './centre-list.reasons.ts';
import {
  centreMeant,
  isNameable,
  kindCalled,
  listKey,
  missingFacts,
  namesSectionTwice,
  placeKey,
} from './centre-list.rules.ts';
import { incompleteCentres, listedBy } from './listed-centre.queries.ts';
import { ListedCentre } from './listed-centre.ts';
import {
  type ImportCentresInput,
  type ListedCentreInput,
  type ListedRow,
  ListedRowRefusal,
  MOST_ROWS,
} from './listed-row.ts';
import { changeAsListed, openAsListed } from './take-listed-centre.ts';

/** What is known of centres and lists, as the rows so far have made it. */
type Import = {
  readonly source: string;
  readonly from: Temporal.PlainDate;
  readonly centres: Map<string, Centre>;
  readonly listed: Map<string, ListedCentre>;
  /** Of all sources. */
  readonly incomplete: Set<ListedCentre>;
  readonly districtIds: ReadonlyMap<number, string>;
};

type Outcome = Omit<ListedRow, 'index'>;

const NOTHING = { centreId: null, knownAs: null, missing: [], refusal: null } as const;

const load = async (tx: Transaction, source: string, from: Temporal.PlainDate): Promise<Import> => {
  // Two who send a list at the same time would each open its centres.
  await tx.query('lock table listed_centres in share row exclusive mode');
  const centres = await centresOf(tx, null);
  const listed = await listedBy(tx, source);
  const districts = await allDistricts(tx);
  return {
    source,
    from,
    centres: new Map(centres.map((centre) => [centre.id, centre])),
    listed: new Map(listed.map((row) => [row.key, row])),
    incomplete: new Set(await incompleteCentres(tx, null)),
    districtIds: new Map(districts.map(({ number, id }) => [number, id])),
  };
};

/** What was incomplete at that place, in a list without ids or in another one, is a centre now. */
const forgetIncomplete = async (
  tx: Transaction,
  { source, listed, incomplete }: Import,
  row: ListedCentreInput,
): Promise<void> => {
  const [own, place] = [listKey(row), placeKey(row)];
  for (const line of incomplete) {
    const isOther = line.source === source && (line.key === own || line.sourceId);
    if (isOther || placeKey(line) !== place) continue;
    await tx.delete(ListedCentre, { source: line.source, key: line.key });
    incomplete.delete(line);
    if (line.source === source) listed.delete(line.key);
  }
};

/** Puts down which centre a row is, or what is missing of it; what was put down before stays as it is. */
const list = async (
  tx: Transaction,
  work: Import,
  row: ListedCentreInput,
  is: Pick<ListedCentre, 'centreId' | 'missing'>,
  { user, now }: Acting,
): Promise<void> => {
  const key = listKey(row);
  if (is.centreId) await forgetIncomplete(tx, work, row);
  const { source, listed } = work;
  const said = {
    sourceId: row.sourceId ?? null,
    name: row.name.trim(),
    street: row.street.trim(),
    postalCode: row.postalCode ?? null,
    city: row.city ?? null,
    ...is,
  };
  const held = listed.get(key);
  if (held && !wouldChange(held, said)) return;
  const line = tx.create(ListedCentre, { source, key, ...said, listedAt: now, listedBy: user.sub });
  await tx.save(line);
  listed.set(key, line);
  if (!is.centreId) work.incomplete.add(line);
};

const refused = (refusal: Refused<Word<typeof listedRowReasons>>): Outcome => ({
  ...NOTHING,
  outcome: 'REFUSED',
  refusal: ListedRowRefusal.of(refusal.refusal, refusal.details),
});

const notACentre = async (tx: Transaction, work: Import, row: ListedCentreInput): Promise<Outcome> => {
  const { source } = work;
  const key = listKey(row);
  if (work.listed.get(key)?.missing.length) {
    await tx.delete(ListedCentre, { source, key });
    work.listed.delete(key);
  }
  const refusal = ListedRowRefusal.of('NOT_A_CENTRE', () => ({ kind: row.kind ?? '' }));
  return { ...NOTHING, outcome: 'NOT_A_CENTRE', refusal };
};

const newRow = async (
  tx: Transaction,
  work: Import,
  row: ListedCentreInput,
  acting: Acting,
): Promise<Outcome> => {
  const missing = missingFacts(row);
  if (missing.length > 0) {
    await list(tx, work, row, { centreId: null, missing }, acting);
    return { ...NOTHING, outcome: 'INCOMPLETE', missing };
  }
  const opened = await openAsListed(tx, row, work, acting);
  if ('refusal' in opened) return refused(opened);
  work.centres.set(opened.centre.id, opened.centre);
  await list(tx, work, row, { centreId: opened.centre.id, missing: [] }, acting);
  return { ...NOTHING, outcome: 'OPENED', centreId: opened.centre.id };
};

/** What can be said of a row before anybody looks which centre it is. */
const unsuitable = (row: ListedCentreInput): Refused<Word<typeof listedRowReasons>> | null => {
  const { name, street, sourceId, cityId, kind, sections } = row;
  if (![name, street, sourceId || name, cityId || name].every(isNameable))
    return { refusal: 'TEXT_UNSUITABLE' };
  if (kind && !kindCalled(kind)) return { refusal: 'KIND_UNKNOWN', details: () => ({ kind }) };
  return namesSectionTwice(sections ?? []) ? { refusal: 'SECTION_TWICE' } : null;
};

const meantBy = (row: ListedCentreInput, { listed, centres, from }: Import) => {
  const linked = new Map(
    [...listed].flatMap(([key, { centreId }]) => (centreId ? [[key, centreId] as const] : [])),
  );
  const candidates = [...centres.values()].map(
    ({ address: { street, postalCode }, closedFrom, ...centre }) => ({
      ...{ id: centre.id, name: centre.name, street, postalCode },
      ...{ siret: centre.siret, finess: centre.finess, cityId: centre.cityId },
      isClosed: closedFrom !== null && !isBefore(from, closedFrom),
    }),
  );
  return centreMeant(row, { centres: candidates, linked });
};

const takeRow = async (
  tx: Transaction,
  work: Import,
  row: ListedCentreInput,
  acting: Acting,
): Promise<Outcome> => {
  const refusal = unsuitable(row);
  if (refusal) return refused(refusal);
  if (row.kind && kindCalled(row.kind) === 'NO_CENTRE') return notACentre(tx, work, row);
  const meant = meantBy(row, work);
  if ('refusal' in meant) return refused({ ...meant, details: () => ({ known: meant.known }) });
  const centre = work.centres.get(meant.centreId ?? '');
  if (!centre) return newRow(tx, work, row, acting);

  const taken = await changeAsListed(tx, centre, row, work, acting);
  if ('refusal' in taken) return refused(taken);
  work.centres.set(centre.id, taken.centre);
  await list(tx, work, row, { centreId: centre.id, missing: [] }, acting);
  const isChanged = taken.centre.version !== centre.version;
  const outcome = isChanged ? 'CHANGED' : 'UNCHANGED';
  return { ...NOTHING, outcome, centreId: centre.id, knownAs: centre.name };
};

/** What a preview would open has no id yet. */
const withoutNewId = (row: ListedRow): ListedRow =>
  row.outcome === 'OPENED' ? { ...row, centreId: null } : row;

const takeRows = async (
  tx: Transaction,
  work: Import,
  rows: readonly ListedCentreInput[],
  acting: Acting,
): Promise<ListedRow[]> => {
  const taken: ListedRow[] = [];
  const meant = rows.map((row) => meantBy(row, work));
  // In the order of all who hold centres, so that nobody meets this crosswise.
  await lockCentres(tx, [
    ...new Set(meant.flatMap((each) => ('centreId' in each ? (each.centreId ?? []) : []))),
  ]);
  for (const [index, row] of rows.entries()) taken.push({ index, ...(await takeRow(tx, work, row, acting)) });
  return taken;
};

/** Each row is judged on top of those before it. */
export const importCentres = async (
  tx: Transaction,
  input: ImportCentresInput,
  acting: Acting,
): Promise<{ readonly rows: ListedRow[] } | Refused<Word<typeof centreListReasons>>> => {
  if (input.rows.length > MOST_ROWS)
    throw badUserInput('input.rows', listProblems, 'TOO_MANY_ROWS', { most: MOST_ROWS });
  const source = input.source.trim();
  const today = dayOf(acting.now);
  const from = input.from ?? today;
  if (!isNameable(source)) return { refusal: 'SOURCE_UNSUITABLE' };
  if (isBefore(from, today)) return { refusal: 'IN_THE_PAST' };

  const rows = await preview(tx, input.preview, async () =>
    takeRows(tx, await load(tx, source, from), input.rows, acting),
  );
  return { rows: input.preview ? rows.map(withoutNewId) : rows };
};
