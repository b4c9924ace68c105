/** Where a value lies in an answer: names of fields and positions in lists. */
export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const childOf = (value: unknown, key: string | number): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

export const valueAt = (data: unknown, path: Path): unknown => path.reduce(childOf, data);
