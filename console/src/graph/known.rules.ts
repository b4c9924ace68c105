type Path = readonly (string | number)[];

/** An error as the graph sends it (docs/denials.md). */
export type GraphError = {
  readonly message: string;
  readonly path?: Path;
  readonly extensions?: {
    readonly code?: string;
    readonly because?: string;
    readonly isPartial?: boolean;
    readonly positions?: readonly (readonly number[])[];
  };
};

/** Why one part of an answer is missing. */
export type Problem = {
  readonly path: Path;
  readonly code: string;
  readonly because: string | undefined;
  readonly message: string;
  /** The list at this path is there, and may hold more than one is shown. */
  readonly isPartial: boolean;
};

/** What is not shared is said once for all places that it covers. */
const coveredPaths = ({ path = [], extensions }: GraphError): readonly Path[] => {
  if (!extensions?.positions) return [path];
  return extensions.positions.map((positions) => {
    const next = positions.values();
    return path.map((step) => (typeof step === 'number' ? (next.next().value ?? step) : step));
  });
};

export const problemsOf = (errors: readonly GraphError[]): readonly Problem[] =>
  errors.flatMap((error) => {
    const { code = '', because, isPartial = false } = error.extensions ?? {};
    const { message } = error;
    return coveredPaths(error).map((path) => ({ path, code, because, message, isPartial }));
  });

/** An answer keeps what it lacks beside what it holds: alone, its `null` would say nothing. */
export type Answer<Data> = {
  readonly data: Data;
  readonly problems: readonly Problem[];
  /** When it was asked for, in milliseconds. */
  readonly askedAt: number;
};

export type Known<Value> =
  | { readonly is: 'known'; readonly value: Value; readonly isPartial: boolean }
  | { readonly is: 'none' }
  | { readonly is: 'not-shared'; readonly because: string | undefined }
  | { readonly is: 'away' };

const isAtOrAbove = (above: Path, path: Path): boolean =>
  above.length <= path.length && above.every((step, index) => step === path[index]);

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** `null` is "none" only where no error stands at its place or above: else it is not shared, or one does not know. */
export const known = <Value>(
  { problems }: Pick<Answer<unknown>, 'problems'>,
  path: Path,
  value: Value | null | undefined,
): Known<Value> => {
  const problem = problems.find((each) => isAtOrAbove(each.path, path));
  if (value !== null && value !== undefined && !isEmpty(value))
    return { is: 'known', value, isPartial: problem?.isPartial === true };
  if (!problem) return { is: 'none' };
  return problem.code === 'NOT_SHARED' ? { is: 'not-shared', because: problem.because } : { is: 'away' };
};

/** Whether a part of an answer is missing because somebody did not answer: then what is counted is "at least". */
export const isAnyAway = (parts: readonly Known<unknown>[]): boolean => parts.some(({ is }) => is === 'away');

/** What a list holds, none when it is missing. */
export const listOf = <Item>(part: Known<readonly Item[]>): readonly Item[] =>
  part.is === 'known' ? part.value : [];
