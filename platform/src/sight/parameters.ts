import type { AddParameter } from './sight.ts';

/** For a statement whose parameters have numbers: added to those it has. */
export const numberedIn =
  (parameters: unknown[]): AddParameter =>
  (value) =>
    `$${parameters.push(value)}`;

/** For a query builder, whose parameters have names. */
export const namedIn =
  (values: Record<string, unknown>): AddParameter =>
  (value) => {
    const name = `reader${Object.keys(values).length}`;
    values[name] = value;
    return `:${name}`;
  };
