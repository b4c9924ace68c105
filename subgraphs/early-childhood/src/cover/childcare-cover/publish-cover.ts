import type { Transaction } from '@relais/platform/database/transaction.ts';
import { holdFamilies, publicationOf, publishAll } from '@relais/platform/events/publish.ts';
import { publishedEvent } from '@relais/platform/events/published-event.ts';
import { z } from 'zod';
import type { CoverMatter } from './cover-matter.ts';
import { CoverStatus } from './cover-status.ts';
import {
  type ChangedCover,
  changedCovers,
  forgetPublishedCovers,
  lastCoversTold,
} from './published-cover.queries.ts';
import { noteAfterwards, type PastCovers, type Reach, settledCovers } from './settled-cover.queries.ts';

export const coverChangedEvent = publishedEvent({
  type: 'relais.cover.changed.v1',
  description:
    'The childcare cover of an upcoming milestone is another than was last told, or it is called off. For ordering, alerts and figures only: what is shown is asked live.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'milestoneId',
  data: z.object({
    milestoneId: z.uuid().describe('The milestone.'),
    familyId: z.uuid().describe('Its family.'),
    startsAt: z.iso.datetime({ offset: true }).describe('When the milestone starts.'),
    status: z.enum(Object.values(CoverStatus)).describe('The worst status among the children.'),
    milestoneVersion: z.int().positive().describe('The version of the milestone that it was computed for.'),
  }),
  example: {
    milestoneId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f1001',
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    startsAt: '2026-09-15T07:00:00.000Z',
    status: 'PARTIAL',
    milestoneVersion: 2,
  },
});

const tellCovers = (tx: Transaction, covers: readonly ChangedCover[]): Promise<void> =>
  publishAll(
    tx,
    covers.map(({ familyId, startsAt, ...cover }) =>
      publicationOf(coverChangedEvent, familyId, { ...cover, familyId, startsAt: startsAt.toISOString() }),
    ),
  );

/**
 * Tells the other agencies which upcoming milestones of these families have another cover than they were last told.
 * Call it last, with every family of the children concerned: under shared residence that is both. What may concern times
 * that are over is told by `publishNotedCover`.
 */
export const publishCoverOfFamilies = async (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<void> => {
  await holdFamilies(tx, familyIds);
  await tellCovers(tx, await changedCovers(tx, familyIds, now));
};

/**
 * Before a change that may say something of times that are over: keeps the covers as they were known, so that the change
 * cannot rewrite them. Take the locks first, change then, and end with `publishNotedCover`.
 */
export const settlePastCovers = async (tx: Transaction, reach: Reach, now: Date): Promise<PastCovers> => {
  if (reach.since && reach.since >= now) return { ...reach, byMilestone: [] };
  await holdFamilies(tx, reach.familyIds);
  return settledCovers(tx, reach, now);
};

/** Notes the step with the milestones that are over and of which it says otherwise, and tells the covers to come. */
export const publishNotedCover = async (
  tx: Transaction,
  past: PastCovers,
  step: { readonly id: string; readonly kind: CoverMatter },
  now: Date,
): Promise<void> => {
  await noteAfterwards(tx, past, step.id, now);
  await publishCoverOfFamilies(tx, past.familyIds, now);
};

/** Tells the cover of all milestones of these families, changed or not; of those that are over, as it was last told. */
export const republishCovers = async (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
): Promise<void> => {
  await holdFamilies(tx, familyIds);
  await tellCovers(tx, await lastCoversTold(tx, familyIds, now));
  await forgetPublishedCovers(tx, familyIds, now);
  await publishCoverOfFamilies(tx, familyIds, now);
};
