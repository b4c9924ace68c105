import type pg from 'pg';
import type { LivingFamily } from './demo-life.ts';
import { insertRows } from './insert-rows.ts';
import { writeKeptFromOthers } from './kept-from-others.ts';
import { writeProfessionals } from './write-professionals.ts';

const memberRows = ({ id: family_id, team }: LivingFamily) =>
  team.map(({ id, professional, isLead, from, recordedAt }) => ({
    id,
    family_id,
    professional_id: professional.id,
    is_lead: isLead,
    from_on: from,
    to_on: null,
    version: 1,
    recorded_at: recordedAt,
    recorded_by: team[0]?.professional.sub,
  }));

const referralRows = ({ id: family_id, referrals }: LivingFamily) =>
  referrals.map((each) => ({
    id: each.id,
    family_id,
    sender_sub: each.senderSub,
    target: each.target,
    addressee_sub: each.addresseeSub,
    message: each.message,
    sent_at: each.sentAt,
    seen_at: each.seenAt,
    seen_by_sub: each.seenBySub,
    decision: each.decision,
    decided_at: each.decidedAt,
    decided_by_sub: each.decidedBySub,
    decline_reason: each.declineReason,
    version: 1 + Number(each.seenAt !== null) + Number(each.decision !== null),
  }));

const noteRows = ({ id: family_id, notes }: LivingFamily) =>
  notes.map((each) => ({
    id: each.id,
    family_id,
    author_sub: each.authorSub,
    category: each.category,
    audience: each.audience,
    text: each.text,
    written_at: each.writtenAt,
  }));

const taskRows = ({ id: family_id, tasks }: LivingFamily) =>
  tasks.map((each) => ({
    id: each.id,
    family_id,
    title: each.title,
    due_on: each.dueOn,
    assignee_sub: each.assigneeSub,
    added_by_sub: each.addedBySub,
    added_at: each.addedAt,
    done_at: each.doneAt,
    done_by_sub: each.doneAt && each.assigneeSub,
    version: each.doneAt ? 2 : 1,
  }));

/** Who follows these families, and what they told and asked each other. */
export const writeCoordination = async (
  client: pg.ClientBase,
  families: readonly LivingFamily[],
): Promise<void> => {
  await writeProfessionals(client, families);
  await insertRows(client, 'support_team_members', families.flatMap(memberRows));
  await insertRows(client, 'referrals', families.flatMap(referralRows));
  await insertRows(client, 'notes', families.flatMap(noteRows));
  await insertRows(client, 'tasks', families.flatMap(taskRows));
  await writeKeptFromOthers(client, families);
};
