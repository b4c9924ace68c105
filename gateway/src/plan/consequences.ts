import { entityFieldNames } from '../data-sources/subgraph-request.ts';
import { markIn, markOn } from '../missing/marks.ts';
import { childOf, isRecord, type Path } from '../values/path.ts';
import { fetchesOf, type PlannedFetch, type QueryPlan, requiredPaths } from './fetches.ts';

type AnyRecord = Record<string | number, unknown>;

/** The records a plan's path speaks of. */
const recordsAt = (data: unknown, path: Path): readonly AnyRecord[] => {
  if (!isRecord(data)) return [];
  if (Array.isArray(data)) {
    const rest = path[0] === '@' ? path.slice(1) : path;
    return data.flatMap((item) => recordsAt(item, rest));
  }
  const [key, ...rest] = path;
  return key === undefined ? [data] : recordsAt(childOf(data, key), rest);
};

const markFields = ({ fetch, path }: PlannedFetch, whole: unknown): void => {
  const { requires, operationDocumentNode: document } = fetch;
  if (!requires || !document) return;
  const required = requiredPaths(requires);
  for (const record of recordsAt(whole, path)) {
    const mark = required.map((each) => markOn(record, each)).find((each) => each !== undefined);
    if (mark === undefined) continue;
    for (const field of entityFieldNames(document, record.__typename)) markIn(record, field, mark);
  }
};

/**
 * Marks what a call did not ask for, or got from an incomplete question, because a value it needs is missing: it is
 * missing for the same reason. Calls come in the order in which they are made, so that one follows from another.
 */
export const markConsequences = (plan: QueryPlan, whole: unknown): void => {
  for (const planned of fetchesOf(plan.node)) markFields(planned, whole);
};
