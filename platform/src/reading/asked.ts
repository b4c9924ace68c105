import type { Asker } from '../database/asking-query.ts';

/** A row as `pg` gives it: its columns by their names. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * How a statement is planned: for what is found by keys one plan serves all keys, and planning would take longer than
 * answering; what is searched for is planned as PostgreSQL thinks best.
 */
export type Planning = 'force_generic_plan' | 'auto';

/** Those whose statements may go together: of one person and one request. */
export type Together = { readonly asker: Asker; readonly planning: Planning };

/** A statement that somebody waits for. */
export type Asked = {
  readonly together: Together;
  readonly text: string;
  /** As they are sent. */
  readonly values: readonly (string | Buffer | null)[];
  /** What went with it has failed once: it is asked again, and alone. */
  isAlone: boolean;
  /** How often it was asked again because of what was not its own fault. */
  again: number;
  answer(rows: Row[]): void;
  refuse(error: unknown): void;
};
