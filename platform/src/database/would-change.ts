const isPlain = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Object]';

/** Absent is as good as null, and the order in which fields were set says nothing. */
const comparable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(comparable);
  if (!isPlain(value)) return value ?? null;
  const fields = Object.entries(Object(value)).toSorted(([one], [other]) => one.localeCompare(other));
  return fields.map(([name, each]) => [name, comparable(each)]);
};

const textOf = (value: unknown): string => JSON.stringify(comparable(value));

/** What a correction says of a field: `null` clears it, what is absent stays as it is known. */
export const saidOr = <Value>(known: Value, said: Value | undefined): Value =>
  said === undefined ? known : said;

/**
 * Whether a record would be another one with these values. Every mutation that corrects or moves something asks before it
 * stores: what changes nothing raises no version, writes no history and tells nobody, so that a colleague who read the
 * record does not hear that it changed.
 */
export const wouldChange = <Held extends object>(
  held: Held,
  values: { readonly [Name in keyof Held]?: unknown },
): boolean => {
  const known = new Map<string, unknown>(Object.entries(held));
  return Object.entries(values).some(([name, value]) => textOf(value) !== textOf(known.get(name)));
};
