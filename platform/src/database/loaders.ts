import DataLoader from 'dataloader';

/**
 * Sends the batches of one request out level by level: while some run, new ones gather. So a field costs one
 * statement however its keys arrive, and the count is the same in every run. A batch never asks another loader.
 */
export class Batches {
  #running = 0;
  #gathered: (() => void)[] = [];

  readonly schedule = (dispatch: () => void): void => {
    this.#gathered.push(dispatch);
    if (this.#gathered.length === 1 && this.#running === 0) setImmediate(this.#sendOut);
  };

  /** Counts a batch as running until it settles. */
  async run<Result>(batch: () => Promise<Result>): Promise<Result> {
    this.#running += 1;
    try {
      return await batch();
    } finally {
      this.#running -= 1;
      if (this.#running === 0 && this.#gathered.length > 0) setImmediate(this.#sendOut);
    }
  }

  readonly #sendOut = (): void => {
    if (this.#running > 0) return;
    const dispatches = this.#gathered;
    this.#gathered = [];
    for (const dispatch of dispatches) dispatch();
  };
}

/**
 * What is asked for by keys, gathered and asked once. What is known is answered at once: DataLoader, which gathers, would
 * let it wait for what else is asked meanwhile. Nothing is made before somebody asks.
 */
export class Loader<Key, Value> {
  readonly #batches: Batches;
  readonly #batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;
  readonly #nameOf: (key: Key) => string;
  /** Of some hundred loaders a request asks a few. */
  #remembered: Map<string, Promise<Value>> | undefined;
  #gathering: DataLoader<Key, Value> | undefined;

  /** `batch` answers in the order of its keys; `nameOf` says by what they are told apart. */
  constructor(
    batches: Batches,
    batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
    nameOf: (key: Key) => string = String,
  ) {
    this.#batches = batches;
    this.#batch = batch;
    this.#nameOf = nameOf;
  }

  get #known(): Map<string, Promise<Value>> {
    this.#remembered ??= new Map();
    return this.#remembered;
  }

  load(key: Key): Promise<Value> {
    const name = this.#nameOf(key);
    const known = this.#known.get(name);
    if (known) return known;
    const asked = this.#gather(key);
    this.#known.set(name, asked);
    return asked;
  }

  /** Takes in what was read by others; what is known already stays. */
  prime(key: Key, value: Value): void {
    const name = this.#nameOf(key);
    if (!this.#known.has(name)) this.#known.set(name, Promise.resolve(value));
  }

  #gather(key: Key): Promise<Value> {
    this.#gathering ??= new DataLoader((keys: readonly Key[]) => this.#ask(keys), {
      batchScheduleFn: this.#batches.schedule,
      cache: false,
    });
    return this.#gathering.load(key);
  }

  /** Who asks again for what could not be asked is asked anew. */
  async #ask(keys: readonly Key[]): Promise<readonly (Value | Error)[]> {
    try {
      return await this.#batches.run(() => this.#batch(keys));
    } catch (error) {
      for (const key of keys) this.#known.delete(this.#nameOf(key));
      throw error;
    }
  }
}

/** A loader whose `batch` answers in the order of its keys. */
export const loaderBy = <Key, Value>(
  batches: Batches,
  batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  nameOf?: (key: Key) => string,
): Loader<Key, Value> => new Loader(batches, batch, nameOf);

/** One record by its id, or `null`. */
export const loaderById = <Row extends { id: string }>(
  batches: Batches,
  find: (ids: string[]) => Promise<Row[]>,
): Loader<string, Row | null> =>
  new Loader(batches, async (ids) => {
    const rows = new Map((await find([...ids])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });

export const grouped = <Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[][] => {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
};

/** All records that belong to a key, in the order the query gave them. */
export const loaderOfMany = <Row>(
  batches: Batches,
  find: (keys: string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): Loader<string, Row[]> => new Loader(batches, async (keys) => grouped(keys, await find([...keys]), keyOf));

/** `loaderOfMany` for a field with arguments: one statement per distinct set of arguments. */
export const loaderWithArguments = <Arguments, Row>(
  batches: Batches,
  find: (keys: string[], args: Arguments) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): ((key: string, args: Arguments) => Promise<Row[]>) => {
  const loaders = new Map<string, Loader<string, Row[]>>();
  return (key, args) => {
    const signature = JSON.stringify(args);
    const known = loaders.get(signature);
    const loader = known ?? loaderOfMany(batches, (keys) => find(keys, args), keyOf);
    if (!known) loaders.set(signature, loader);
    return loader.load(key);
  };
};

/**
 * Remembers what is computed of a record for as long as the loaders of a request are: a question that comes to the same
 * record by many ways, as from each closure to its centre, computes it once.
 */
export const onceFor = <Value>(): ((key: string, compute: () => Promise<Value>) => Promise<Value>) => {
  const known = new Map<string, Promise<Value>>();
  return (key, compute) => {
    const found = known.get(key) ?? compute();
    known.set(key, found);
    return found;
  };
};
