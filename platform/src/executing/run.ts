import { type GraphQLError, type GraphQLResolveInfo, locatedError } from 'graphql';
import type { CompiledOperation } from './compiled-operation.ts';

export type Place = GraphQLResolveInfo['path'];
export type Arguments = Readonly<Record<string, unknown>>;

/** What names a field where something is wrong with it. */
export type Field = {
  readonly nodes: GraphQLResolveInfo['fieldNodes'];
  /** Whether what holds it cannot be without it. */
  readonly isSure: boolean;
};

const keysOf = (place: Place | undefined): (string | number)[] => {
  const keys: (string | number)[] = [];
  for (let each = place; each; each = each.prev) keys.push(each.key);
  return keys.reverse();
};

/** One question while it is carried out. */
export class Run {
  readonly operation: CompiledOperation;
  readonly context: object;
  readonly variables: Arguments;
  readonly errors: GraphQLError[] = [];
  /** The same for every record of which a field with arguments is asked. */
  readonly given = new Map<object, Arguments>();
  #isOdd = false;
  /** The question itself, and whatever is not there yet. */
  #waiting = 1;
  #finish: (() => void) | undefined;

  constructor(operation: CompiledOperation, context: object, variables: Arguments) {
    this.operation = operation;
    this.context = context;
    this.variables = variables;
  }

  /** Something happened that graphql-js alone is to answer. */
  get isOdd(): boolean {
    return this.#isOdd;
  }

  odd(): null {
    this.#isOdd = true;
    return null;
  }

  /** What stands for a value that failed. How far one goes that what holds it cannot be without, graphql-js says. */
  fault(error: unknown, { nodes, isSure }: Field, place: Place | undefined): null {
    if (isSure) return this.odd();
    this.errors.push(locatedError(error, nodes, keysOf(place)));
    return null;
  }

  /** What is not there yet has a place in the answer already; neither of the two may throw. */
  wait(value: PromiseLike<unknown>, take: (found: unknown) => void, fail: (error: unknown) => void): void {
    this.#waiting += 1;
    value.then(
      (found) => {
        take(found);
        this.#end();
      },
      (error: unknown) => {
        fail(error);
        this.#end();
      },
    );
  }

  /** When nothing is waited for any more; at once when nothing was. */
  ended(): Promise<void> | undefined {
    this.#waiting -= 1;
    if (this.#waiting === 0) return undefined;
    return new Promise((finish) => {
      this.#finish = finish;
    });
  }

  #end(): void {
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#finish?.();
  }
}
