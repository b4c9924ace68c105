import { Temporal } from 'temporal-polyfill';
import type { ColumnOptions } from 'typeorm';

const MOST_REMEMBERED = 20_000;

/** Values that never change, made once of each text. */
const remembering = <Value>(parse: (text: string) => Value) => {
  const known = new Map<string, Value>();
  return (text: string): Value => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const made = parse(text);
    known.set(text, made);
    return made;
  };
};

export const civilDay = remembering((text) => Temporal.PlainDate.from(text));
const timeOfDay = remembering((text) => Temporal.PlainTime.from(text));

/** A civil day, held as `Temporal.PlainDate`. */
export const civilDate = {
  type: 'date',
  transformer: {
    from: (value: string | null) => (value === null ? null : civilDay(value)),
    to: (value: Temporal.PlainDate | null | undefined) => value?.toString() ?? value,
  },
} as const satisfies ColumnOptions;

/** A wall-clock time, held as `Temporal.PlainTime`. */
export const localTime = {
  type: 'time',
  transformer: {
    from: (value: string | null) => (value === null ? null : timeOfDay(value)),
    to: (value: Temporal.PlainTime | null | undefined) => value?.toString() ?? value,
  },
} as const satisfies ColumnOptions;

/** The condition that a column has one of the values of an enum, or of a list. */
export const oneOf = (column: string, values: Readonly<Record<string, string>> | readonly string[]): string =>
  `${column} in (${Object.values(values)
    .map((value) => `'${value}'`)
    .join(', ')})`;
