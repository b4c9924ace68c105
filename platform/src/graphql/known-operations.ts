/** More than a city publishes; a caller who sends ever new texts pushes out what is asked least lately. */
const MOST_KNOWN = 1_000;
/** Signs of all texts together, those for the agencies as well: what is kept of a text is some sixty bytes for each. */
const MOST_SIGNS = 2_000_000;

export type Asked = { readonly text: string; readonly operationName: string | undefined };

type Kept<Value> = { readonly value: Value; readonly signs: number };

/** A name says first how long it is, so that no name and text together are taken for another pair. */
const keyOf = ({ text, operationName }: Asked): string =>
  operationName === undefined ? `:${text}` : `${operationName.length}:${operationName}${text}`;

/** What is remembered of operations by their text, letter by letter; bounded, and what was asked lately stays. */
export class KnownOperations<Value> {
  readonly #kept = new Map<string, Kept<Value>>();
  #signs = 0;

  get size(): number {
    return this.#kept.size;
  }

  get(asked: Asked): Value | undefined {
    const key = keyOf(asked);
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  /** `signs`: of the text and of all that is kept with it. */
  add(asked: Asked, value: Value, signs: number): void {
    const key = keyOf(asked);
    this.#forget(key);
    this.#kept.set(key, { value, signs });
    this.#signs += signs;
    while (this.#kept.size > MOST_KNOWN || this.#signs > MOST_SIGNS) {
      const [eldest] = this.#kept.keys();
      if (eldest === undefined) return;
      this.#forget(eldest);
    }
  }

  #forget(key: string): void {
    this.#signs -= this.#kept.get(key)?.signs ?? 0;
    this.#kept.delete(key);
  }
}
