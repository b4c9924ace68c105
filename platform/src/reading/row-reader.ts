import pg from 'pg';
import type { Row } from './asked.ts';

/** A column as PostgreSQL describes it. */
export type Field = { readonly name: string; readonly dataTypeID: number };

export type RowReader = (values: readonly (string | null)[]) => Row;

/** Made once for a statement, so that PostgreSQL need not describe its rows again each time it answers. */
export const rowReader = (fields: readonly Field[]): RowReader => {
  const columns = fields.map(({ name, dataTypeID }) => ({
    name,
    parse: pg.types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
  }));
  return (values) => {
    const row: Record<string, unknown> = {};
    for (const [index, { name, parse }] of columns.entries()) {
      const value = values[index] ?? null;
      row[name] = value === null ? null : parse(value);
    }
    return row;
  };
};
