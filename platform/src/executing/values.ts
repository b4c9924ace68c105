import type { GraphQLLeafType, GraphQLResolveInfo } from 'graphql';
import type { Field, Place, Run } from './run.ts';

/** Makes what is answered of a value, at once: what is not there yet is put in its place later. May throw. */
export type Complete = (
  run: Run,
  value: unknown,
  place: Place | undefined,
  info?: GraphQLResolveInfo | undefined,
) => unknown;

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

export const leafCompleter =
  (type: GraphQLLeafType): Complete =>
  (run, value) => {
    const serialized: unknown = type.serialize(value);
    return isNothing(serialized) ? run.odd() : serialized;
  };

/** Each item stands by itself: one that fails is missing alone. */
export const listCompleter = (complete: Complete, item: Field): Complete => {
  const completeItem: Complete = (run, value, place, info) => {
    try {
      return complete(run, value, place, info);
    } catch (error) {
      return run.fault(error, item, place);
    }
  };
  return (run, value, place, info) => {
    if (!Array.isArray(value)) return run.odd();
    const holder: unknown[] = [];
    for (const [key, each] of value.entries()) {
      const at: Place = { prev: place, key, typename: undefined };
      const isThere = !isPromise(each);
      holder.push(isThere ? completeItem(run, each, at, info) : null);
      if (isThere) continue;
      const take = (found: unknown) => {
        holder[key] = completeItem(run, found, at, info);
      };
      run.wait(each, take, (error) => void run.fault(error, item, at));
    }
    return holder;
  };
};

/** Nothing is answered as null, unless there must be something. */
export const nullableCompleter =
  (complete: Complete, isSure: boolean): Complete =>
  (run, value, place, info) => {
    if (value instanceof Error) throw value;
    if (!isNothing(value)) return complete(run, value, place, info);
    return isSure ? run.odd() : null;
  };
