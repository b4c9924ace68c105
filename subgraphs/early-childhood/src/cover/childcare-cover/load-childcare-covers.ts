import type { Database } from '@relais/platform/database/database.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { awaitMilestones } from '../known-milestones/await-milestones.ts';
import { type AskedMilestone, coversOf } from './childcare-cover.queries.ts';
import { isMeasurable } from './childcare-cover.rules.ts';
import type { ChildcareCover } from './childcare-cover.ts';

const notYetKnown = (): RelaisError =>
  new RelaisError('TRY_AGAIN', 'This milestone is not known here with this family, or not yet.');

const notMeasurable = ({ id }: AskedMilestone): RelaisError =>
  new RelaisError('INTERNAL_SERVER_ERROR', `Milestone ${id} was handed over with impossible times.`);

const isAnswerable = (milestone: AskedMilestone): boolean =>
  isUuid(milestone.id) && isUuid(milestone.familyId) && isMeasurable(milestone);

const faultOf = (milestone: AskedMilestone): RelaisError =>
  isMeasurable(milestone) ? notYetKnown() : notMeasurable(milestone);

/**
 * One answer per milestone, in order; one that cannot be answered is an error of its own and spoils no other. Whoever asks
 * may have scheduled it just now: one that has not arrived yet is awaited.
 */
export const loadArrivingCovers = async (
  db: Database,
  milestones: readonly AskedMilestone[],
): Promise<(ChildcareCover | Error)[]> => {
  let covers = await coversOf(db, milestones.filter(isAnswerable));
  const missing = () => milestones.filter((each) => isAnswerable(each) && !covers.has(each.id));
  await awaitMilestones(
    () => missing().map(({ id, familyId }) => `${id} of ${familyId}`),
    async () => {
      covers = new Map([...covers, ...(await coversOf(db, missing()))]);
    },
  );
  return milestones.map((each) => covers.get(each.id) ?? faultOf(each));
};
