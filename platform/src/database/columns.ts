import { Temporal } from 'temporal-polyfill';
import type { ColumnOptions } from 'typeorm';

/** A civil day, held as `Temporal.PlainDate`. */
export const civilDate = {
  type: 'date',
  transformer: {
    from: (value: string | null) => (value === null ? null : Temporal.PlainDate.from(value)),
    to: (value: Temporal.PlainDate | null | undefined) => value?.toString() ?? value,
  },
} as const satisfies ColumnOptions;

/** A wall-clock time, held as `Temporal.PlainTime`. */
export const localTime = {
  type: 'time',
  transformer: {
    from: (value: string | null) => (value === null ? null : Temporal.PlainTime.from(value)),
    to: (value: Temporal.PlainTime | null | undefined) => value?.toString() ?? value,
  },
} as const satisfies ColumnOptions;

/** The condition that a column has one of the values of an enum, or of a list. */
export const oneOf = (column: string, values: Readonly<Record<string, string>> | readonly string[]): string =>
  `${column} in (${Object.values(values)
    .map((value) => `'${value}'`)
    .join(', ')})`;
