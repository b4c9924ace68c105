import { childOf, isRecord, type Path } from '../values/path.ts';

/**
 * A mark says beside a value that is missing why it is. It travels in the answers of the agencies, under a name that
 * no field can have, so that it arrives with its record wherever the plan puts that record.
 */
const nameOf = (key: string | number): string => `?${key}`;

/** Its value is a number: the federation runtime would merge objects. */
export const markOf = (holder: unknown, key: string | number): number | undefined => {
  const mark = childOf(holder, nameOf(key));
  return typeof mark === 'number' ? mark : undefined;
};

const isHeld = (holder: Record<string | number, unknown>, key: string | number): boolean =>
  holder[key] !== null && holder[key] !== undefined;

/** Marks one value of a record as missing; what is there, or was marked before, stays. */
export const markIn = (
  holder: Record<string | number, unknown>,
  key: string | number,
  mark: number,
): void => {
  if (isHeld(holder, key) || markOf(holder, key) !== undefined) return;
  holder[nameOf(key)] = mark;
  // Not even null: what another call needs and is not there is not asked for.
  if (!Array.isArray(holder)) holder[key] = undefined;
};

/** Marks the value at a path as missing, or what is missing on the way to it. */
export const markAt = (data: Record<string | number, unknown>, path: Path, mark: number): void => {
  let holder = data;
  for (const key of path) {
    const value = holder[key];
    if (!isRecord(value)) {
      markIn(holder, key, mark);
      return;
    }
    holder = value;
  }
};

/** Marks a list that is there, and is not all. */
export const markPart = (data: Record<string | number, unknown>, path: Path, mark: number): void => {
  const holder = path.slice(0, -1).reduce<unknown>(childOf, data);
  const key = path.at(-1);
  if (isRecord(holder) && key !== undefined) holder[nameOf(key)] = mark;
};

/**
 * The mark of a value, or of what is missing on the way to it. What several agencies answer together is marked by the one
 * that did not, and is there all the same: then the mark is of what is absent in it.
 */
export const markOn = (data: unknown, path: Path): number | undefined => {
  let holder = data;
  let around: number | undefined;
  for (const key of path) {
    const mark = markOf(holder, key);
    const value = childOf(holder, key);
    if (mark !== undefined && (value === null || value === undefined)) return mark;
    around = mark ?? around;
    holder = value;
  }
  return holder === undefined ? around : undefined;
};
