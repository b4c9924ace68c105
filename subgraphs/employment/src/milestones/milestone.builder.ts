import type { Database } from '@relais/platform/database/database.ts';
import { newId } from '@relais/platform/ids.ts';
import type { JobSeeker } from '../job-seekers/job-seeker.ts';
import { Milestone } from './milestone.ts';

/** A planned interview of one hour unless told. */
export const aMilestone = (
  jobSeeker: Pick<JobSeeker, 'id' | 'familyId'>,
  given: Partial<Milestone> = {},
): Milestone => {
  const startsAt = given.startsAt ?? new Date('2026-03-10T10:00:00+01:00');
  return Object.assign(new Milestone(), {
    id: newId(),
    jobSeekerId: jobSeeker.id,
    familyId: jobSeeker.familyId,
    seriesId: null,
    isException: false,
    kind: 'INTERVIEW',
    title: 'Entretien, boulangerie Ty Bara',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3_600_000),
    travelMinutes: 30,
    place: '3 rue de la Paix, Nantes',
    isRemote: false,
    status: 'PLANNED',
    missedReason: null,
    version: 1,
    ...given,
  });
};

export const givenMilestone = async (
  db: Database,
  jobSeeker: Pick<JobSeeker, 'id' | 'familyId'>,
  given: Partial<Milestone> = {},
): Promise<Milestone> => {
  const milestone = aMilestone(jobSeeker, given);
  await db.insert(Milestone, milestone);
  return milestone;
};
