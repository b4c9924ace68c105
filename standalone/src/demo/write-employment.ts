import type pg from 'pg';
import type { CoverRow } from './cover-rows.ts';
import type { DemoFamily } from './demo-family.ts';
import type { LivingFamily } from './demo-life.ts';
import { insertRows } from './insert-rows.ts';
import { knownAdultRows, knownFamilyRows } from './known-family-rows.ts';
import { fileSteps, statusesOf } from './make-job-search-history.ts';
import { writeProfessionals } from './write-professionals.ts';

const jobSeekerRows = ({ id: family_id, jobSeekers, contracts }: LivingFamily) =>
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
    closing_reason: each.closingReason,
    version: fileSteps(
      each,
      contracts.filter(({ jobSeekerId }) => jobSeekerId === each.id),
    ).length,
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
    version: statusesOf(each).length,
  }));

const returnRows = ({ returnsToWork }: DemoFamily) =>
  returnsToWork.map((each) => ({
    id: each.id,
    job_seeker_id: each.jobSeekerId,
    kind: each.kind,
    starts_on: each.startsOn,
    title: each.title,
    weekly_hours: each.weeklyHours,
    contract: each.contract,
  }));

const contractRows = ({ contracts }: LivingFamily) =>
  contracts.map(({ id, jobSeekerId, signedOn, weeklyHours }) => ({
    id,
    job_seeker_id: jobSeekerId,
    signed_on: signedOn,
    weekly_hours: weeklyHours,
  }));

const stepRows = ({ id: family_id, jobSearchSteps }: LivingFamily) =>
  jobSearchSteps.map((each) => ({
    id: each.id,
    job_seeker_id: each.jobSeekerId,
    family_id,
    kind: each.kind,
    at: each.at,
    done_by: each.doneBy,
    facts: each.facts,
  }));

const followUpRows = ({ followUps, jobSeekers, returnsToWork }: LivingFamily) =>
  followUps.map(({ id, returnId, point, outcome, recordedAt }) => {
    const made = returnsToWork.find((each) => each.id === returnId);
    const advisorId = jobSeekers.find((each) => each.id === made?.jobSeekerId)?.advisorId;
    return { id, return_id: returnId, point, outcome, recorded_at: recordedAt, recorded_by: advisorId };
  });

/** What the employment agency has on file of these families. */
export const writeEmployment = async (
  client: pg.ClientBase,
  families: readonly LivingFamily[],
  covers: readonly CoverRow[],
): Promise<void> => {
  await writeProfessionals(client, families);
  await insertRows(client, 'known_families', families.map(knownFamilyRows));
  await insertRows(client, 'known_adults', families.flatMap(knownAdultRows));
  await insertRows(client, 'job_seekers', families.flatMap(jobSeekerRows));
  await insertRows(client, 'milestones', families.flatMap(milestoneRows));
  await insertRows(client, 'returns_to_work', families.flatMap(returnRows));
  await insertRows(client, 'follow_ups', families.flatMap(followUpRows));
  await insertRows(client, 'engagement_contracts', families.flatMap(contractRows));
  await insertRows(client, 'job_search_steps', families.flatMap(stepRows));
  await insertRows(client, 'known_covers', covers);
};
