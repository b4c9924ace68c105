import type { GraphQLFormattedError } from 'graphql';
import { isRecord } from '../values/path.ts';

/** Why values are missing: an error as its agency says it, without its place. */
export type Cause = {
  readonly error: Pick<GraphQLFormattedError, 'message' | 'extensions'>;
  /** A mistake of the caller's is told at the first place only. */
  readonly isSaidOnce?: boolean;
  /** What is there is not all of it. */
  readonly isPartial?: boolean;
  /** An agency names no place: it is told without one. */
  readonly isOfWhole?: boolean;
};

/** What one request is not told, and the whole answer with the marks of what is missing in it. */
export class Causes {
  #causes: Cause[] = [];
  #whole: Record<string, unknown> = {};

  /** The mark under which a cause is found again. */
  add(cause: Cause): number {
    return this.#causes.push(cause) - 1;
  }

  at(mark: number | undefined): Cause | undefined {
    return mark === undefined ? undefined : this.#causes[mark];
  }

  get all(): readonly Cause[] {
    return this.#causes;
  }

  /** Keeps the answer of a root field: the runtime puts all later answers into it, and gives out only what was asked. */
  keep(answer: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(answer)) {
      if (!isRecord(this.#whole[name])) this.#whole[name] = value;
    }
  }

  /** Before the same is asked once more. */
  forget(): void {
    this.#causes = [];
    this.#whole = {};
  }

  get whole(): Record<string, unknown> {
    return this.#whole;
  }
}
