import type { DataSource } from 'typeorm';
import type { Asker } from '../database/asking-query.ts';
import type { LaneSettings } from './lane-connection.ts';
import { ReadLane } from './read-lane.ts';

const lanes = new WeakMap<DataSource, ReadLane>();

/** Gives a database its lane, which is closed with it. */
export const openLane = (db: DataSource, settings: LaneSettings & { readonly patience: number }): void => {
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
  ask(text: string, values?: readonly unknown[]): Promise<unknown[]>;
};

export const wayOf = (db: DataSource, asker: Asker): Way | undefined => {
  const lane = laneOf(db);
  return (
    lane && {
      takes: (text) => lane.takes(text),
      ask: (text, values) => lane.ask(asker, text, values),
    }
  );
};
