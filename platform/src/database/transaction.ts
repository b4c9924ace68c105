import { type EntityManager, QueryFailedError } from 'typeorm';
import { RelaisError } from '../errors.ts';
import type { Database } from './database.ts';
import { isStalePlan } from './preparing-client.ts';

declare const open: unique symbol;

/** An open transaction. Only `inTransaction` makes one, so a function that asks for it cannot run outside. */
export type Transaction = EntityManager & { readonly [open]: true };

/**
 * Lock not available in time, deadlock, serialization failure: the same request may succeed in a moment. So it may when
 * a table changed under it.
 */
const PASSING_CODES = new Set(['55P03', '40P01', '40001']);

const driverErrorOf = (error: unknown): { code?: string; constraint?: string } =>
  error instanceof QueryFailedError ? error.driverError : {};

/** The name of the database constraint an error broke; ask it outside the transaction, which is dead by then. */
export const violatedConstraint = (error: unknown): string | undefined => {
  const { code, constraint } = driverErrorOf(error);
  return code?.startsWith('23') ? constraint : undefined;
};

/** Runs `work` in one READ COMMITTED transaction: all of it is stored, or nothing. */
export const inTransaction = async <Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => {
  try {
    return await db.transaction('READ COMMITTED', (manager) => work(manager as Transaction));
  } catch (error) {
    const { code } = driverErrorOf(error);
    if (!PASSING_CODES.has(code ?? '') && !isStalePlan(code)) throw error;
    throw new RelaisError('TRY_AGAIN', 'Somebody else is changing the same records. Try again in a moment.');
  }
};

/** `inTransaction` for a resolver: what is read after the commit is read anew. */
export const inMutation = async <Result>(
  context: { readonly db: Database; renewLoaders(): void },
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => {
  const result = await inTransaction(context.db, work);
  context.renewLoaders();
  return result;
};

/** Answers a broken constraint as the refusal it stands for; any other error stays one. */
export const refusedBy = async <Result, Reason extends string>(
  reasons: Readonly<Record<string, Reason>>,
  attempt: () => Promise<Result>,
): Promise<Result | { refusal: Reason; details?: undefined }> => {
  try {
    return await attempt();
  } catch (error) {
    const reason = reasons[violatedConstraint(error) ?? ''];
    if (!reason) throw error;
    return { refusal: reason };
  }
};
