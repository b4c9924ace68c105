import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { Section } from '../../centres/centres/section.ts';
import { onWorkingDays } from '../../centres/centres/weekly-hours.builder.ts';
import { Child } from '../../families/families/child.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { Booking } from '../bookings/booking.ts';
import { staysOf } from './pattern.rules.ts';
import { Placement } from './placement.ts';
import { PlacementPause } from './placement-pause.ts';

/** A placement of five mornings a week from January to July 2026, of its own child and section unless told. */
export const givenPlacement = async (db: Database, facts: Partial<Placement> = {}): Promise<Placement> => {
  const { id: childId } = facts.childId ? { id: facts.childId } : await givenChild(db);
  const { familyId } = await db.findOneByOrFail(Child, { id: childId });
  const placement = db.create(Placement, {
    id: newId(),
    childId,
    familyId,
    sectionId: facts.sectionId ?? (await givenSection(db)).id,
    kind: 'LONG_TERM',
    startsOn: Temporal.PlainDate.from('2026-01-05'),
    endsOn: Temporal.PlainDate.from('2026-07-31'),
    weeklyPattern: onWorkingDays('08:30', '12:00'),
    familiarisation: [],
    ordinaryFrom: null,
    isInsertionContract: false,
    endReason: null,
    continuesId: null,
    renewals: 0,
    version: 1,
    ...facts,
  });
  return db.save(placement);
};

/** `givenPlacement` with its confirmed bookings from a day on. */
export const givenBookedPlacement = async (
  db: Database,
  from: string,
  facts: Partial<Placement> = {},
): Promise<Placement> => {
  const placement = await givenPlacement(db, facts);
  const { id: placementId, childId, familyId, sectionId, kind, weeklyPattern, endsOn } = placement;
  const { centreId } = await db.findOneByOrFail(Section, { id: sectionId });
  const shared = { placementId, childId, familyId, sectionId, centreId, kind, milestoneId: null };
  const stays = staysOf(weeklyPattern, { startsOn: Temporal.PlainDate.from(from), endsOn }, []);
  const bookings = stays.map((stay) =>
    db.create(Booking, {
      ...shared,
      ...stay,
      id: newId(),
      status: 'CONFIRMED',
      bookedAt: new Date('2026-01-05T09:00:00Z'),
      cancellationReason: null,
      version: 1,
    }),
  );
  await db.insert(Booking, bookings);
  return placement;
};

export const givenAbsence = (
  db: Database,
  { id: placementId }: Placement,
  [startsOn, endsOn]: readonly [string, string],
): Promise<PlacementPause> =>
  db.save(
    db.create(PlacementPause, {
      ...{ id: newId(), placementId, kind: 'ABSENCE', reason: 'Vacances' },
      startsOn: Temporal.PlainDate.from(startsOn),
      endsOn: Temporal.PlainDate.from(endsOn),
    }),
  );

export const givenSuspension = (
  db: Database,
  { id: placementId }: Placement,
  [startsOn, endsOn]: readonly [string, string],
): Promise<PlacementPause> =>
  db.save(
    db.create(PlacementPause, {
      id: newId(),
      placementId,
      kind: 'SUSPENSION',
      startsOn: Temporal.PlainDate.from(startsOn),
      endsOn: Temporal.PlainDate.from(endsOn),
      reason: 'Congé parental',
    }),
  );
