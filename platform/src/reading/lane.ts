import type { DataSource } from 'typeorm';
import type { Asker } from '../database/asking-query.ts';
import type { Elsewhere, Row } from './asked.ts';
import { ReadLane, type ReadLaneSettings } from './read-lane.ts';

const lanes = new WeakMap<DataSource, ReadLane>();

/** Gives a database its lane, which is closed with it. */
export const openLane = (db: DataSource, settings: ReadLaneSettings): void => {
  const lane = new ReadLane(settings);
  lanes.set(db, lane);
  const destroy = db.destroy.bind(db);
  db.destroy = async () => {
    await lane.close();
    await destroy();
  };
};

/** The way on which a database is read outside transactions. */
export const laneOf = (db: DataSource): ReadLane | undefined => lanes.get(db);

/** The lane for the statements of one request, which may go together. */
export type Way = {
  takes(text: string): boolean;
  /** `elsewhere` asks the pool: should others hold it up on the lane, it need not wait for them. */
  ask(text: string, values: readonly unknown[] | undefined, elsewhere: Elsewhere): Promise<Row[]>;
};

export const wayOf = (db: DataSource, asker: Asker): Way | undefined => {
  const lane = laneOf(db);
  return (
    lane && {
      takes: (text) => lane.takes(text),
      ask: (text, values, elsewhere) => lane.ask(asker, text, values, elsewhere),
    }
  );
};
