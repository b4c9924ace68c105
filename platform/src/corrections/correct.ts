import { Field, InputType, Int } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import type { Acting } from '../acting.ts';
import { store } from '../database/store.ts';
import type { Transaction } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { keepCorrection } from './correction.queries.ts';
import { differenceBetween, type Values } from './correction.rules.ts';

/** What every `correct…` takes besides what is to be said otherwise. */
@InputType()
export abstract class CorrectionInput {
  @Field(() => Int, { description: 'The version that was seen; a newer one on record refuses the change.' })
  version!: number;

  @Field(() => String, {
    description: 'Why it is corrected, 1,000 characters at most: it is kept with what it said before.',
  })
  reason!: string;
}

type Subject = { readonly id: string; readonly familyId: string };

/** What a record said and what it should have said, by the names of its fields as clients know them. */
export type SaidOtherwise = {
  readonly before: Values;
  readonly after: Values;
  readonly reason: string;
};

const keep = async (
  tx: Transaction,
  { id: subjectId, familyId }: Subject,
  { before, after, reason }: SaidOtherwise,
  isBeside: boolean,
  { user, now }: Acting,
): Promise<void> => {
  const difference = differenceBetween(before, after);
  if (Object.keys(difference.after).length === 0) return;
  const said = { ...difference, reason: reason.trim(), isBeside };
  await keepCorrection(tx, { id: newId(), subjectId, familyId, ...said, at: now, bySub: user.sub });
};

/** Keeps what a record said before its change: for changes that store themselves, or in more than one row. */
export const keepWhatWasSaid = (
  tx: Transaction,
  subject: Subject,
  said: SaidOtherwise,
  acting: Acting,
): Promise<void> => keep(tx, subject, said, false, acting);

/** The record stays as it is, since somebody relied on what it says; that it is otherwise is kept beside it. */
export const correctBeside = (
  tx: Transaction,
  subject: Subject,
  said: SaidOtherwise,
  acting: Acting,
): Promise<void> => keep(tx, subject, said, true, acting);

type Versioned = { readonly id: string; readonly version: number };

/**
 * Puts a record right: stores what changes of it as its next version, and keeps what it said before, who changed it and why. Whoever
 * corrects holds the record and has asked the rules; what changes nothing is not asked for (`wouldChange`). `names` says
 * under which name clients know a column that they do not see.
 */
export const correct = async <Stored extends Versioned, Held extends Pick<Stored, 'id' | 'version'>>(
  tx: Transaction,
  kind: new () => Stored,
  held: Held,
  asked: {
    readonly familyId: string;
    readonly changes: Partial<Omit<Stored, 'id' | 'version'>>;
    readonly reason: string;
    readonly names?: Readonly<Record<string, string>>;
  },
  acting: Acting,
): Promise<Held> => {
  const { familyId, changes, reason, names = {} } = asked;
  const known = new Map<string, unknown>(Object.entries(held));
  const named = (saidIn: (column: string) => unknown): Values =>
    Object.fromEntries(Object.keys(changes).map((column) => [names[column] ?? column, saidIn(column)]));
  const changed = new Map<string, unknown>(Object.entries(changes));
  const said = {
    before: named((each) => known.get(each)),
    after: named((each) => changed.get(each)),
    reason,
  };
  const stored = await store(tx, kind, held, changes);
  await keepWhatWasSaid(tx, { id: held.id, familyId }, said, acting);
  return stored;
};
