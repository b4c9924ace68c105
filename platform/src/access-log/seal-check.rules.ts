/** A row of the log as a seal knows it. */
export type SealedRow = { readonly number: number; readonly leaf: string };

export type Seal = {
  readonly number: number;
  readonly sealedAt: Date;
  /** No row up to this number could come any more when it was sealed. */
  readonly upTo: number;
  readonly rows: readonly SealedRow[];
  /** How many of its rows are of which month. */
  readonly months: Readonly<Record<string, number>>;
  /** The months that were let go since the seal before. */
  readonly letGo: readonly string[];
  readonly root: string;
  readonly head: string;
};

/** The head of a seal as another agency was told of it. */
export type KeptHead = { readonly keptBy: string; readonly number: number; readonly head: string };

export type LogProblem =
  | {
      readonly kind: 'ROW_CHANGED' | 'ROW_MISSING' | 'ROW_INSERTED';
      readonly seal: number;
      readonly rows: readonly number[];
    }
  | { readonly kind: 'SEAL_CHANGED' | 'SEAL_MISSING'; readonly seal: number }
  | {
      readonly kind: 'HEAD_DIFFERS' | 'CUT';
      readonly seal: number;
      readonly last: number;
      readonly keptBy: string;
    };

/** What of the rows that a seal covers is not as it was sealed. `letGo` are all months that were let go as a whole. */
export const rowProblems = (
  { number: seal, rows, months }: Pick<Seal, 'number' | 'rows' | 'months'>,
  found: readonly SealedRow[],
  letGo: ReadonlySet<string>,
): LogProblem[] => {
  const leaves = new Map(rows.map(({ number, leaf }) => [number, leaf]));
  const there = new Set(found.map(({ number }) => number));
  const right = new Set(
    found.filter(({ number, leaf }) => leaves.get(number) === leaf).map(({ number }) => number),
  );
  const changed = [...there].filter((number) => leaves.has(number) && !right.has(number));
  const missing = [...leaves.keys()].filter((number) => !there.has(number));
  const inserted = found.filter(
    ({ number, leaf }) => !leaves.has(number) || (right.has(number) && leaves.get(number) !== leaf),
  );
  const gone = Object.entries(months).reduce(
    (sum, [month, count]) => (letGo.has(month) ? sum + count : sum),
    0,
  );
  const problems: LogProblem[] = [
    { kind: 'ROW_CHANGED', seal, rows: changed },
    { kind: 'ROW_MISSING', seal, rows: missing.length === gone ? [] : missing },
    { kind: 'ROW_INSERTED', seal, rows: inserted.map(({ number }) => number) },
  ];
  return problems.filter((problem) => 'rows' in problem && problem.rows.length > 0);
};

/** The seals that are missing between one and the next. */
export const missingBetween = (previous: number, next: number): LogProblem[] =>
  Array.from({ length: Math.max(0, next - previous - 1) }, (_, index) => ({
    kind: 'SEAL_MISSING',
    seal: previous + 1 + index,
  }));

const byKeeper = (kept: readonly KeptHead[]): Map<string, KeptHead[]> => {
  const keepers = new Map<string, KeptHead[]>();
  for (const each of kept) keepers.set(each.keptBy, [...(keepers.get(each.keptBy) ?? []), each]);
  return keepers;
};

/**
 * What other agencies were told and the log does not say any more: heads that are others now, from the first on, and
 * seals behind the last one, which were cut off.
 */
export const headProblems = (heads: ReadonlyMap<number, string>, kept: readonly KeptHead[]): LogProblem[] => {
  const last = Math.max(0, ...heads.keys());
  return [...byKeeper(kept)].flatMap(([keptBy, told]): LogProblem[] => {
    const numbers = (which: (head: KeptHead) => boolean) => told.filter(which).map(({ number }) => number);
    const cut = numbers(({ number }) => number > last);
    const differing = numbers(({ number, head }) => number <= last && heads.get(number) !== head);
    const problem = (kind: 'CUT' | 'HEAD_DIFFERS', all: readonly number[]): LogProblem[] =>
      all.length === 0 ? [] : [{ kind, seal: Math.min(...all), last: Math.max(...all), keptBy }];
    return [...problem('HEAD_DIFFERS', differing), ...problem('CUT', cut)];
  });
};
