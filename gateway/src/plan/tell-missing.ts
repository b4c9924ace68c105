import type { ErrorCode } from '@relais/platform/errors.ts';
import { isDenialReason, sayOnce } from '@relais/platform/graphql/denials.ts';
import { GraphQLError } from 'graphql';
import type { Cause, Causes } from '../missing/causes.ts';
import { markOf, markOn } from '../missing/marks.ts';
import { childOf, isRecord, type Path } from '../values/path.ts';

type Shown = {
  readonly data?: unknown;
  /** Values that broke the schema's promise never to be null; each made null what holds it. */
  readonly broken: readonly GraphQLError[];
  /** What failed in the federation runtime itself. */
  readonly failed: readonly GraphQLError[];
};

/** A `null` in the answer, and why it is there. */
type Missing = { readonly path: Path; readonly cause: Cause };

const NOT_SHARED: ErrorCode = 'NOT_SHARED';

const isDenial = ({ cause }: Missing): boolean => cause.error.extensions?.code === NOT_SHARED;

const keyOf = (path: Path): string => path.join('.');

const causeOf = ({ message, extensions }: GraphQLError): Cause => ({ error: { message, extensions } });

const UNKNOWN = causeOf(
  new GraphQLError('unknown', { extensions: { code: 'SERVICE_UNAVAILABLE' satisfies ErrorCode } }),
);

/** How far the answer goes on the way to a value: to the `null` that stands for it. */
const nullOn = (data: unknown, path: Path): Path => {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (!isRecord(value)) return path.slice(0, depth);
    value = childOf(value, key);
  }
  return path;
};

/** Finds each `null` in an answer that does not mean "none". */
class Search {
  readonly found: Missing[] = [];
  readonly #causes: Causes;
  readonly #broken: ReadonlyMap<string, Missing>;
  readonly #otherwise: Cause;

  constructor({ data, broken, failed }: Shown, causes: Causes) {
    this.#causes = causes;
    this.#otherwise = failed[0] ? causeOf(failed[0]) : UNKNOWN;
    this.#broken = new Map(broken.map((error) => this.#brokenAt(data, error)).reverse());
  }

  #brokenAt(data: unknown, error: GraphQLError): readonly [string, Missing] {
    const path = error.path ?? [];
    const at = nullOn(data, path);
    const cause = this.#causes.at(markOn(this.#causes.whole, path)) ?? causeOf(error);
    const missing = { path, cause };
    // Where a denial is told must not depend on which of the fields asked for may not be null.
    return [keyOf(at), at.length > 0 && isDenial(missing) ? { path: at, cause } : missing];
  }

  /** Nothing came at all. */
  ofWhole(): void {
    const missing = this.#broken.get('');
    if (missing) this.found.push(missing);
  }

  in(shown: unknown, whole: unknown, path: Path = []): void {
    if (Array.isArray(shown)) {
      shown.forEach((item, index) => {
        this.#value(item, { holder: whole, key: index, path });
      });
    }
    if (!isRecord(shown) || Array.isArray(shown)) return;
    for (const [key, value] of Object.entries(shown)) this.#value(value, { holder: whole, key, path });
  }

  #value(value: unknown, place: { holder: unknown; key: string | number; path: Path }): void {
    const { holder, key } = place;
    if (!isRecord(holder) || (typeof value !== 'object' && value !== null)) return;
    const path = [...place.path, key];
    if (value !== null) this.in(value, childOf(holder, key), path);
    const missing = value === null ? this.#missingAt(holder, key, path) : this.#partAt(holder, key, path);
    if (missing) this.found.push(missing);
  }

  #partAt(holder: object, key: string | number, path: Path): Missing | undefined {
    const cause = this.#causes.at(markOf(holder, key));
    return cause?.isPartial ? { path, cause } : undefined;
  }

  #missingAt(holder: object, key: string | number, path: Path): Missing | undefined {
    const cause = this.#causes.at(markOf(holder, key));
    if (cause) return { path, cause };
    const value = childOf(holder, key);
    if (value === null) return undefined;
    // What the gateway itself answers, about the schema, is of no agency.
    if (value === undefined && path.length === 1) return undefined;
    const around = this.#causes.at(markOn(this.#causes.whole, path));
    return around
      ? { path, cause: around }
      : (this.#broken.get(keyOf(path)) ?? { path, cause: this.#otherwise });
  }
}

const errorOf = ({ path, cause: { error } }: Missing): GraphQLError =>
  new GraphQLError(error.message, { path, extensions: { ...error.extensions } });

/** A mistake of the caller's is one, however many values are missing for it. */
const withoutRepeats = (found: readonly Missing[]): readonly Missing[] => {
  const told = new Set<Cause>();
  return found.filter(({ cause }) => {
    const isRepeated = cause.isSaidOnce === true && told.has(cause);
    told.add(cause);
    return !isRepeated;
  });
};

const denialsOf = (found: readonly Missing[]): readonly GraphQLError[] => {
  const denials = found.filter(isDenial).map((missing) => {
    const { service, because } = missing.cause.error.extensions ?? {};
    return {
      ...missing,
      service: String(service),
      because: isDenialReason(because) ? because : undefined,
      ...(missing.cause.isPartial && { isPartial: true as const }),
    };
  });
  return sayOnce(denials).map(({ first, said }) => {
    const { message, extensions } = first.cause.error;
    return new GraphQLError(message, { path: first.path, extensions: { ...extensions, ...said } });
  });
};

/** The errors of an answer: every `null` in it is covered by one, or means "none". */
export const tellMissing = (shown: Shown, causes: Causes): readonly GraphQLError[] => {
  const search = new Search(shown, causes);
  if (isRecord(shown.data)) search.in(shown.data, causes.whole);
  if (!isRecord(shown.data)) search.ofWhole();
  const found = withoutRepeats(search.found);
  const others = found.filter((missing) => !isDenial(missing)).map(errorOf);
  const ofNoPlace = causes.all.filter(({ isOfWhole }) => isOfWhole).map(({ error }) => error);
  return [
    ...denialsOf(found),
    ...others,
    ...ofNoPlace.map(
      ({ message, extensions }) => new GraphQLError(message, { extensions: { ...extensions } }),
    ),
    ...shown.failed,
  ];
};
