import type { Database } from '@relais/platform/database/database.ts';
import { manyOf, oneById, related } from '@relais/platform/reading/relation.ts';
import type { Temporal } from 'temporal-polyfill';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Placement } from './placement.ts';
import { PlacementPause } from './placement-pause.ts';
import { SentWeek } from './sent-week.ts';

export const placementById = oneById(Placement);

export const placementsOfChild = manyOf(Placement, {
  rest: (keys) => `where asked.child_id = any(${keys}) order by asked.starts_on, asked.id`,
  keyOf: ({ childId }) => childId,
});

export const pausesOfPlacement = manyOf(PlacementPause, {
  rest: (keys) => `where asked.placement_id = any(${keys}) order by asked.starts_on, asked.id`,
  keyOf: ({ placementId }) => placementId,
});

export const pausesOfPlacements = async (db: Database, placementIds: string[]): Promise<PlacementPause[]> =>
  (await related(db, pausesOfPlacement, placementIds)).flat();

/** Whether a place in long-term care was agreed for a child on a day: then more hours of it need no other decision. */
export const isAdmittedOn = (db: Database, childId: string, day: Temporal.PlainDate): Promise<boolean> =>
  db.existsBy(Placement, {
    childId,
    kind: 'LONG_TERM',
    startsOn: LessThanOrEqual(day),
    endsOn: MoreThanOrEqual(day),
  });

export const sentWeeksOf = (db: Database, placementId: string): Promise<SentWeek[]> =>
  db.findBy(SentWeek, { placementId });

export const isContinued = (db: Database, placementId: string): Promise<boolean> =>
  db.existsBy(Placement, { continuesId: placementId });
