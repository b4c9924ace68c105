import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenSection } from '../../centres/centres/centre.builder.ts';
import { Section } from '../../centres/centres/section.ts';
import { Child } from '../../families/families/child.ts';
import { givenChild } from '../../families/families/family.builder.ts';
import { Booking } from './booking.ts';

/** A confirmed booking on Tuesday 3 March 2026 from 09:00 to 12:00 in Nantes, of its own child and section unless told. */
export const givenBooking = async (db: Database, facts: Partial<Booking> = {}): Promise<Booking> => {
  const { id: childId } = facts.childId ? { id: facts.childId } : await givenChild(db);
  const { id: sectionId } = facts.sectionId ? { id: facts.sectionId } : await givenSection(db);
  const child = await db.findOneByOrFail(Child, { id: childId });
  const section = await db.findOneByOrFail(Section, { id: sectionId });
  const booking = db.create(Booking, {
    id: newId(),
    childId,
    familyId: child.familyId,
    sectionId,
    centreId: section.centreId,
    kind: 'SHORT_TERM',
    status: 'CONFIRMED',
    startsAt: new Date('2026-03-03T09:00:00+01:00'),
    endsAt: new Date('2026-03-03T12:00:00+01:00'),
    placementId: null,
    bookedAt: new Date('2026-02-24T09:00:00+01:00'),
    milestoneId: null,
    explanation: null,
    offerId: null,
    arrivedAt: null,
    leftAt: null,
    cancelledAfterStart: false,
    cancellationReason: facts.status === 'CANCELLED' ? 'Enfant malade' : null,
    version: 1,
    ...facts,
  });
  await db.insert(Booking, booking);
  return booking;
};
