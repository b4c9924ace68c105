import type { Transaction } from '@relais/platform/database/transaction.ts';
import { type Publication, publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { Any } from 'typeorm';
import { z } from 'zod';
import { JobSeeker } from '../job-seekers/job-seeker.ts';
import { LONGEST_TRAVEL_MINUTES } from './milestone.rules.ts';
import type { Milestone } from './milestone.ts';
import { MilestoneStatus } from './milestone-status.ts';

export const milestoneChangedEvent = publishedEvent({
  type: 'relais.milestone.changed.v1',
  description:
    'A milestone was scheduled, moved, confirmed, attended, missed or cancelled. Never what it is about.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'milestoneId',
  data: z.object({
    milestoneId: z.uuid().describe('The milestone.'),
    familyId: z.uuid().describe('The family of the job seeker.'),
    startsAt: z.iso.datetime({ offset: true }).describe('When it starts.'),
    endsAt: z.iso.datetime({ offset: true }).describe('When it ends.'),
    travelMinutes: z
      .int()
      .nonnegative()
      .max(LONGEST_TRAVEL_MINUTES)
      .describe('Minutes to get there; the way back takes as long.'),
    status: z.enum(Object.values(MilestoneStatus)).describe('Where it stands in its life cycle.'),
    version: z
      .int()
      .positive()
      .describe('Rises with every change of the milestone; an older one is ignored.'),
    advisorId: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The advisor who follows the job seeker, by the subject of the token: who may cover it. Absent while the file waits for one.',
      ),
    seriesId: z
      .uuid()
      .optional()
      .describe('The series it was scheduled in, so that all of it can be covered at once; absent without.'),
  }),
  example: {
    milestoneId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f1001',
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    startsAt: '2026-09-15T07:00:00.000Z',
    endsAt: '2026-09-15T10:00:00.000Z',
    travelMinutes: 30,
    status: 'PLANNED',
    version: 2,
    advisorId: 'hugo.renaud',
    seriesId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f2001',
  },
});

const changeOf = ({ id, familyId, ...milestone }: Milestone, advisorId: string | null): Publication =>
  publicationOf(milestoneChangedEvent, familyId, {
    milestoneId: id,
    familyId,
    startsAt: milestone.startsAt.toISOString(),
    endsAt: milestone.endsAt.toISOString(),
    travelMinutes: milestone.travelMinutes,
    status: milestone.status,
    version: milestone.version,
    ...(advisorId !== null && { advisorId }),
    ...(milestone.seriesId !== null && { seriesId: milestone.seriesId }),
  });

/** Tells early-childhood when childcare is needed; what the milestones are about stays here. */
export const publishMilestones = async (tx: Transaction, milestones: readonly Milestone[]): Promise<void> => {
  const jobSeekerIds = milestones.map(({ jobSeekerId }) => jobSeekerId);
  const jobSeekers = await tx.findBy(JobSeeker, { id: Any(jobSeekerIds) });
  const advisors = new Map(jobSeekers.map(({ id, advisorId }) => [id, advisorId]));
  const changes = milestones.map((each) => changeOf(each, advisors.get(each.jobSeekerId) ?? null));
  await publishAll(tx, changes);
};

export const publishMilestone = (tx: Transaction, milestone: Milestone): Promise<void> =>
  publishMilestones(tx, [milestone]);
