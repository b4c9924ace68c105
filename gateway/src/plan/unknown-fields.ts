import { GraphQLError } from 'graphql';
import { entityFieldNames } from '../data-sources/subgraph-request.ts';
import { childOf, isRecord, type Path, valueAt } from '../values/path.ts';
import { fetchesOf, type PlannedFetch, type QueryPlan, requiredPaths } from './fetches.ts';

type Located = { readonly path?: Path | undefined };

/** Where the answer really holds the entities a plan's path speaks of. */
const positionsAt = (data: unknown, path: Path, reached: Path = []): readonly Path[] => {
  if (data === null || data === undefined) return [];
  if (Array.isArray(data)) {
    const rest = path[0] === '@' ? path.slice(1) : path;
    return data.flatMap((item, index) => positionsAt(item, rest, [...reached, index]));
  }
  const [key, ...rest] = path;
  if (key === undefined) return [reached];
  return positionsAt(childOf(data, key), rest, [...reached, key]);
};

const startsWith = (path: Path, prefix: Path): boolean => prefix.every((key, index) => path[index] === key);

const covering = <Error extends Located>(errors: readonly Error[], path: Path): Error | undefined =>
  errors.find((error) => error.path && startsWith(path, error.path));

/** Errors for the fields a call could not ask for, because a value it needs had already failed to come. */
const consequences = ({ fetch, path }: PlannedFetch, data: unknown, errors: readonly GraphQLError[]) => {
  const required = requiredPaths(fetch.requires ?? []);
  const fields = fetch.operationDocumentNode ? entityFieldNames(fetch.operationDocumentNode) : [];
  return positionsAt(data, path).flatMap((position) => {
    const cause = required.map((each) => covering(errors, [...position, ...each])).find(Boolean);
    if (!cause) return [];
    return fields
      .map((field) => [...position, field])
      .filter((each) => valueAt(data, each) === null || valueAt(data, each) === undefined)
      .filter((each) => !covering(errors, each))
      .map((each) => new GraphQLError(cause.message, { path: each, extensions: { ...cause.extensions } }));
  });
};

/** An error about a value that only the plan asked for says nothing to the caller. */
const isVisible = (data: unknown, { path }: Located): boolean => {
  if (!path || path.length === 0) return true;
  const parent = valueAt(data, path.slice(0, -1));
  const last = path[path.length - 1];
  return !isRecord(parent) || (last !== undefined && Object.hasOwn(parent, last));
};

/**
 * Completes the errors of an answer: the gateway silently leaves out calls whose inputs are missing, so fields would
 * be null without a reason, which means "none".
 */
export const nameUnknownFields = (
  plan: QueryPlan,
  data: unknown,
  errors: readonly GraphQLError[],
): readonly GraphQLError[] => {
  let known = errors;
  for (const planned of fetchesOf(plan.node)) {
    if (planned.fetch.requires) known = [...known, ...consequences(planned, data, known)];
  }
  const visible = known.filter((error) => isVisible(data, error));
  return visible.length > 0 ? visible : known.slice(0, 1);
};
