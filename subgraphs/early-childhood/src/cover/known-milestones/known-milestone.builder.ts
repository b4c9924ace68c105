import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenFamily } from '../../families/families/family.builder.ts';
import { KnownMilestone } from './known-milestone.ts';

/** A milestone on Tuesday 3 March 2026 from 10:00 to 11:00 in Nantes, without travel, of a family of its own unless told. */
export const givenKnownMilestone = async (
  db: Database,
  facts: Partial<KnownMilestone> = {},
): Promise<KnownMilestone> =>
  db.save(
    db.create(KnownMilestone, {
      id: newId(),
      familyId: facts.familyId ?? (await givenFamily(db)).id,
      startsAt: new Date('2026-03-03T10:00:00+01:00'),
      endsAt: new Date('2026-03-03T11:00:00+01:00'),
      travelMinutes: 0,
      status: 'PLANNED',
      version: 1,
      advisorId: null,
      seriesId: null,
      ...facts,
    }),
  );
