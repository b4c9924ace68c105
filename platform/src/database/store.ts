import type { FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { changedMeanwhile, type Transaction } from './transaction.ts';

type Identified = { readonly id: string };
type Versioned = Identified & { readonly version: number };
type Kind<Stored> = new () => Stored;

const where = <Stored>(columns: object) => columns as FindOptionsWhere<Stored>;
const values = <Stored>(columns: object) => columns as QueryDeepPartialEntity<Stored>;

/**
 * Stores what changes of a record as its next version, in one statement, and answers the record as it is from now on; the
 * one that is given stays as it was, so that a step can tell of both. An action
 * holds the record: one that forgot to is refused where it would have written over somebody's change.
 */
export const store = async <Stored extends Versioned, Held extends Pick<Stored, 'id' | 'version'>>(
  tx: Transaction,
  kind: Kind<Stored>,
  held: Held,
  changes: Partial<Omit<Stored, 'id' | 'version'>>,
): Promise<Held> => {
  const { id, version } = held;
  const next = { ...changes, version: version + 1 };
  const { affected } = await tx.update(kind, where<Stored>({ id, version }), values<Stored>(next));
  if (affected !== 1) throw changedMeanwhile();
  return Object.assign(Object.create(Object.getPrototypeOf(held)), held, next);
};

/** Stores a new record; false when another has its id or whatever else is unique, however close in time they arrived. */
export const storeUnlessTaken = async <Stored extends Identified>(
  tx: Transaction,
  kind: Kind<Stored>,
  record: Stored,
): Promise<boolean> => {
  const insertion = tx.createQueryBuilder().insert().into(kind).values(values<Stored>(record));
  const { raw } = await insertion.orIgnore().returning('id').execute();
  return raw.length > 0;
};

/**
 * What a client stored before under the id it chose: the record when it asks for the same again, `CONFLICT` when for
 * something else, `null` when nothing was stored or it chose no id.
 */
export const sentBefore = async <Stored extends Identified>(
  tx: Transaction,
  kind: Kind<Stored>,
  id: string | null | undefined,
  isSame: (stored: Stored) => boolean,
): Promise<Stored | 'CONFLICT' | null> => {
  const stored = id ? await tx.findOneBy(kind, where<Stored>({ id })) : null;
  return stored && !isSame(stored) ? 'CONFLICT' : stored;
};
