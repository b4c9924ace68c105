import type { Database } from '../database/database.ts';
import { faultsOfShape, type ShapeFault } from './log-shape.queries.ts';
import { monthsLetGo, rowsBetween, sealsAfter, unsealedAfter } from './seal.queries.ts';
import { headOf, rootOf } from './seal.ts';
import {
  headProblems,
  type KeptHead,
  type LogProblem,
  missingBetween,
  rowProblems,
  type Seal,
} from './seal-check.rules.ts';

const SEALS_AT_A_TIME = 50;

export type Verified = {
  readonly seals: number;
  readonly rows: number;
  readonly sealedAt: Date | null;
  readonly unsealed: { readonly rows: number; readonly since: Date | null };
  readonly letGo: readonly string[];
  readonly problems: readonly LogProblem[];
  /** Where the tables would not show what they hold, whatever their rows and seals say. */
  readonly faults: readonly ShapeFault[];
};

/** All seals in order, some at a time, so that memory stays bounded. */
async function* allSeals(db: Database): AsyncGenerator<Seal> {
  let last = Number.NEGATIVE_INFINITY;
  let page = await sealsAfter(db, Number.MIN_SAFE_INTEGER, SEALS_AT_A_TIME);
  while (page.length > 0) {
    yield* page;
    last = page.at(-1)?.number ?? last;
    page = await sealsAfter(db, last, SEALS_AT_A_TIME);
  }
}

/** Whether a seal says of itself what it said; of one whose predecessor is gone the head cannot be worked out. */
const sealProblems = (seal: Seal, previous: Seal | null): LogProblem[] => {
  const { number, rows, root, head } = seal;
  const missing = missingBetween(previous?.number ?? 0, number);
  const isChained = missing.length > 0 || headOf(seal, previous?.head ?? '') === head;
  const isItself = rootOf(rows) === root && isChained;
  return isItself ? missing : [...missing, { kind: 'SEAL_CHANGED', seal: number }];
};

/** Behind which row those of a seal begin. Where the seal before it is gone, nobody knows which rows that had. */
const startOf = ({ number, rows }: Seal, previous: Seal | null): number | null => {
  const isNext = number === (previous?.number ?? 0) + 1;
  return isNext ? (previous?.upTo ?? null) : Math.min(...rows.map((row) => row.number)) - 1;
};

/**
 * Compares the whole log with its seals, and these with the heads that were told. The heads must have been read before: a
 * seal that is made meanwhile is no cut.
 */
export const verifyLog = async (db: Database, kept: readonly KeptHead[]): Promise<Verified> => {
  const faults = await faultsOfShape(db);
  const letGo = await monthsLetGo(db);
  const gone = new Set(letGo);
  const heads = new Map<number, string>();
  const problems: LogProblem[] = [];
  let rows = 0;
  let previous: Seal | null = null;
  for await (const seal of allSeals(db)) {
    const found = await rowsBetween(db, startOf(seal, previous), seal.upTo);
    problems.push(...sealProblems(seal, previous), ...rowProblems(seal, found, gone));
    heads.set(seal.number, seal.head);
    rows += seal.rows.length;
    previous = seal;
  }
  return {
    seals: heads.size,
    rows,
    sealedAt: previous?.sealedAt ?? null,
    unsealed: await unsealedAfter(db, previous?.upTo ?? Number.MIN_SAFE_INTEGER),
    letGo,
    problems: [...problems, ...headProblems(heads, kept)],
    faults,
  };
};
