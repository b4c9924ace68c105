import type { RowReader } from './row-reader.ts';

const MOST_PREPARED = 300;

/** A statement as one connection knows it; without a name it is made anew each time. */
export type Prepared = {
  readonly name: string;
  readonly text: string;
  isSent: boolean;
  reader: RowReader | undefined;
};

/** What one connection has prepared: every statement at its second use, under a name that is never given twice. */
export class PreparedStatements {
  readonly #byText = new Map<string, Prepared>();
  readonly #seen = new Set<string>();
  #forgotten: string[] = [];
  #names = 0;

  /** `isLasting`: at its first use already. */
  of(text: string, isLasting = false): Prepared {
    const known = this.#byText.get(text);
    if (known) return known;
    const unnamed = { name: '', text, isSent: false, reader: undefined };
    if (!isLasting && !this.#seen.has(text)) {
      if (this.#seen.size < MOST_PREPARED) this.#seen.add(text);
      return unnamed;
    }
    if (!isLasting && this.#byText.size >= MOST_PREPARED) return unnamed;
    this.#names += 1;
    const named = { ...unnamed, name: `read_${this.#names}` };
    this.#byText.set(text, named);
    return named;
  }

  /** The server may never have seen it; or it may have, and is told to forget it. */
  forget({ text, name }: Prepared): void {
    if (this.#byText.get(text)?.name === name) this.#byText.delete(text);
    if (name !== '') this.#forgotten.push(name);
  }

  /** A table changed, or the server forgot what it was told: all is prepared anew. */
  forgetAll(): void {
    for (const prepared of [...this.#byText.values()]) this.forget(prepared);
  }

  /** The names that the server may forget, each told once. */
  takeForgotten(): readonly string[] {
    const names = this.#forgotten;
    if (names.length > 0) this.#forgotten = [];
    return names;
  }
}
