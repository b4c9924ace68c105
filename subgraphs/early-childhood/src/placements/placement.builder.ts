import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { Temporal } from 'temporal-polyfill';
import { givenSection, onWorkingDays } from '../centres/centre.builder.ts';
import { givenChild } from '../families/family.builder.ts';
import { Placement } from './placement.ts';

/** An active placement of five mornings a week, of its own child and section unless told. */
export const givenPlacement = async (db: Database, facts: Partial<Placement> = {}): Promise<Placement> => {
  const child = facts.childId && facts.familyId ? null : await givenChild(db);
  const placement = db.create(Placement, {
    id: newId(),
    childId: child?.id ?? facts.childId ?? '',
    familyId: child?.familyId ?? facts.familyId ?? '',
    sectionId: facts.sectionId ?? (await givenSection(db)).id,
    kind: 'LONG_TERM',
    status: 'ACTIVE',
    startsOn: Temporal.PlainDate.from('2026-01-05'),
    endsOn: Temporal.PlainDate.from('2026-07-31'),
    weeklyPattern: onWorkingDays('08:30', '12:00'),
    isInsertionContract: false,
    version: 1,
    ...facts,
  });
  return db.save(placement);
};
