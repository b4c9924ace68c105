/** What is known at once where it can be: a promise costs whoever waits for it a turn, and there are many fields in a file. */
export type MaybePromise<Value> = Value | Promise<Value>;

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;

/** Goes on with a value: at once where it is known. */
export const following = <Value, Next>(
  value: MaybePromise<Value>,
  next: (known: Value) => MaybePromise<Next>,
): MaybePromise<Next> =>
  isPromise(value) ? value.then(next as (known: unknown) => Promise<Next>) : next(value);
