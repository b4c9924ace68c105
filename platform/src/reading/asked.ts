import type { Asker } from '../database/asking-query.ts';

/** A row as `pg` gives it: its columns by their names. */
export type Row = Readonly<Record<string, unknown>>;

export type Elsewhere = () => Promise<Row[]>;

/** A statement that somebody waits for. */
export type Asked = {
  /** Those of one and the same, of one request, may go together. */
  readonly asker: Asker;
  readonly text: string;
  /** As they are sent. */
  readonly values: readonly (string | Buffer | null)[];
  /** What went with it has failed once: it is asked again, and alone. */
  isAlone: boolean;
  /** How often it was asked again because of what was not its own fault. */
  again: number;
  /** Somebody else's statement held it up: it was asked by another way as well, and what the lane says of it counts only if it comes first. */
  isOvertaken: boolean;
  /** Asks it by another way, where there is one. */
  readonly elsewhere: Elsewhere | undefined;
  answer(rows: Row[]): void;
  refuse(error: unknown): void;
};
