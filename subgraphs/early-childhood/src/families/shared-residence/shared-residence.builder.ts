import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import { givenFamily } from '../families/family.builder.ts';
import { ResidencePeriod } from './residence-period.ts';
import { SharedResidence } from './shared-residence.ts';

/** A second family for a child, without a calendar. */
export const givenSharedResidence = async (
  db: Database,
  childId: string,
  otherFamilyId?: string,
): Promise<SharedResidence> =>
  db.save(
    db.create(SharedResidence, {
      childId,
      otherFamilyId: otherFamilyId ?? (await givenFamily(db)).id,
      rules: [],
      exceptions: [],
      version: 1,
    }),
  );

export const givenResidencePeriod = (
  db: Database,
  facts: Pick<ResidencePeriod, 'childId' | 'familyId' | 'startsAt' | 'endsAt'>,
): Promise<ResidencePeriod> =>
  db.save(db.create(ResidencePeriod, { id: newId(), source: 'CALENDAR', ...facts }));
