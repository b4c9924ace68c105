import { QueryFailedError } from 'typeorm';
import { type Accesses, notLogged } from '../access-log/accesses.ts';
import { changedIn } from '../access-log/changed-families.ts';
import type { ActingUser } from '../acting.ts';
import { RelaisError } from '../errors.ts';
import { notYetTold } from '../events/tell-now.ts';
import type { Refused } from '../graphql/reasons.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';
import { isStalePlan } from './preparing-client.ts';

declare const open: unique symbol;

/** An open transaction. Only `inTransaction` makes one, so a function that asks for it cannot run outside. */
export type Transaction = Database & { readonly [open]: true };

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

export const changedMeanwhile = (): RelaisError =>
  new RelaisError('TRY_AGAIN', 'Somebody else is changing the same records. Try again in a moment.');

/** Runs `work` in one READ COMMITTED transaction: all of it is stored, or nothing. */
export const inTransaction = async <Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> => {
  try {
    return await db.transaction((manager) => work(manager as Database as Transaction));
  } catch (error) {
    const { code } = driverErrorOf(error);
    if (!PASSING_CODES.has(code ?? '') && !isStalePlan(code)) throw error;
    throw changedMeanwhile();
  }
};

/** Answers a broken constraint as the refusal it stands for; any other error stays one. */
export const refusedBy = async <Result, Reason extends string>(
  reasons: Readonly<Record<string, Reason>>,
  attempt: () => Promise<Result>,
): Promise<Result | Refused<Reason>> => {
  try {
    return await attempt();
  } catch (error) {
    const reason = reasons[violatedConstraint(error) ?? ''];
    if (!reason) throw error;
    return { refusal: reason };
  }
};

type MutationContext = ActingUser & {
  readonly db: Database;
  readonly accesses: Accesses;
  readonly log: Log;
  readonly patience?: number | undefined;
  renewLoaders(): void;
};

/** The agencies that do not know yet what the mutation had to tell them before its answer (`tellNow`). */
type Told = { readonly notYetTold: string[] };

/** The last of a transaction: who changed what of whom is stored with it, or nothing is. */
const logChanges = async (
  tx: Transaction,
  { accesses, log }: MutationContext,
  isDone: boolean,
): Promise<void> => {
  const { familyIds, isTakenBack } = changedIn(tx);
  try {
    await accesses.storeChanges(tx, familyIds, isDone && !isTakenBack);
  } catch (error) {
    const { code } = driverErrorOf(error);
    if (PASSING_CODES.has(code ?? '') || isStalePlan(code)) throw error;
    log.error({ err: error }, 'access log not written');
    throw notLogged();
  }
};

type Work<Result> = (tx: Transaction, acting: ActingUser) => Promise<Result>;
type Broken<Reason extends string> = Readonly<Record<string, Reason>>;
type Mutated<Result, Reason extends string> = Promise<
  (Result | ([Reason] extends [never] ? never : Refused<Reason>)) & Told
>;

const mutateIn = async <Result extends object, Reason extends string>(
  db: Database,
  context: MutationContext,
  work: Work<Result>,
  constraints: Broken<Reason>,
): Mutated<Result, Reason> => {
  const { user, now, sight } = context;
  let committed: Transaction | null = null;
  const result = await refusedBy(constraints, () =>
    inTransaction(db, async (tx) => {
      committed = tx;
      const answer = await work(tx, { user, now, sight });
      await logChanges(tx, context, !('refusal' in answer && answer.refusal));
      return answer;
    }),
  );
  const waiting = committed ? await notYetTold(db, committed, context.patience) : [];
  context.renewLoaders();
  return { ...(result as Result), notYetTold: [...waiting] };
};

/**
 * The transaction of a mutation: who acts and when go with it, and what is read after the commit is read anew. A broken
 * constraint is answered as the refusal it stands for: where two requests race, the database knows better than a rule.
 */
export const inMutation = <Result extends object, Reason extends string = never>(
  context: MutationContext,
  work: Work<Result>,
  constraints: Broken<Reason> = {} as Broken<Reason>,
): Mutated<Result, Reason> => mutateIn(context.db, context, work, constraints);

/**
 * The same for a change that finds all it needs by keys, triggers included: PostgreSQL plans its statements once for all keys, which
 * otherwise takes longer than they do. Not for one that searches.
 */
export const inMutationByKeys = <Result extends object, Reason extends string = never>(
  context: MutationContext & { readonly byKeys: Database },
  work: Work<Result>,
  constraints: Broken<Reason> = {} as Broken<Reason>,
): Mutated<Result, Reason> => mutateIn(context.byKeys, context, work, constraints);
