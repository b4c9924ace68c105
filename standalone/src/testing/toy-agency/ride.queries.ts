import type { Database } from '@relais/platform/database/database.ts';
import { In } from 'typeorm';
import { Ride } from './ride.ts';

export const ridesByIds = (db: Database, ids: string[]): Promise<Ride[]> => db.findBy(Ride, { id: In(ids) });

export const ridesToMilestones = (db: Database, milestoneIds: readonly string[]): Promise<Ride[]> =>
  db.findBy(Ride, { milestoneId: In([...milestoneIds]) });
