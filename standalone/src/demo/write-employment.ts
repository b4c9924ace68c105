import type pg from 'pg';
import type { CoverRow } from './cover-rows.ts';
import type { DemoFamily } from './demo-family.ts';
import { insertRows } from './insert-rows.ts';
import { knownAdultRows, knownFamilyRows } from './known-family-rows.ts';

const jobSeekerRows = ({ id: family_id, jobSeekers }: DemoFamily) =>
  jobSeekers.map((each) => ({
    id: each.id,
    adult_id: each.adultId,
    family_id,
    category: each.category,
    statistical_category: each.statisticalCategory,
    rome_code: each.romeCode,
    advisor_id: each.advisorId,
    registered_on: each.registeredOn,
    closed_on: each.closedOn,
    version: 1,
  }));

const milestoneRows = ({ id: family_id, milestones }: DemoFamily) =>
  milestones.map((each) => ({
    id: each.id,
    job_seeker_id: each.jobSeekerId,
    family_id,
    kind: each.kind,
    title: each.title,
    starts_at: each.startsAt,
    ends_at: each.endsAt,
    travel_minutes: each.travelMinutes,
    place: each.place,
    is_remote: each.isRemote,
    status: each.status,
    missed_reason: each.missedReason,
    version: 1,
  }));

const returnRows = ({ returnsToWork }: DemoFamily) =>
  returnsToWork.map((each) => ({
    id: each.id,
    job_seeker_id: each.jobSeekerId,
    kind: each.kind,
    starts_on: each.startsOn,
    title: each.title,
    weekly_hours: each.weeklyHours,
  }));

const followUpRows = ({ followUps, jobSeekers, returnsToWork }: DemoFamily) =>
  followUps.map(({ id, returnId, point, outcome, recordedAt }) => {
    const made = returnsToWork.find((each) => each.id === returnId);
    const advisorId = jobSeekers.find((each) => each.id === made?.jobSeekerId)?.advisorId;
    return { id, return_id: returnId, point, outcome, recorded_at: recordedAt, recorded_by: advisorId };
  });

/** What the employment agency has on file of these families. */
export const writeEmployment = async (
  client: pg.ClientBase,
  families: readonly DemoFamily[],
  covers: readonly CoverRow[],
): Promise<void> => {
  await insertRows(client, 'known_families', families.map(knownFamilyRows));
  await insertRows(client, 'known_adults', families.flatMap(knownAdultRows));
  await insertRows(client, 'job_seekers', families.flatMap(jobSeekerRows));
  await insertRows(client, 'milestones', families.flatMap(milestoneRows));
  await insertRows(client, 'returns_to_work', families.flatMap(returnRows));
  await insertRows(client, 'follow_ups', families.flatMap(followUpRows));
  await insertRows(client, 'known_covers', covers);
};
