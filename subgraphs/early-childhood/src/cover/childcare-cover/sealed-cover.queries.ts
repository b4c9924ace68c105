import { id, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { z } from 'zod';
import { opened, sealed, sealedName } from './sealing.ts';

const KeptRow = rowOf({
  milestoneId: ['settled.milestone_id', id],
  kept: [
    `jsonb_build_object('settled', to_jsonb(settled), 'steps', (
      select coalesce(jsonb_agg(note.step_id), '[]') from cover_notes note
      where note.milestone_id = settled.milestone_id))::text`,
    z.string(),
  ],
});

const OF_FAMILY = `
  select ${KeptRow.columns} from settled_covers settled
  join known_milestones milestone on milestone.id = settled.milestone_id where milestone.family_id = $1`;

const SEAL = `
  insert into sealed_covers (name, sealed) values ($1, $2) on conflict (name) do update set sealed = excluded.sealed`;

/** Closes what was known of a family's milestones that are over, before they are forgotten: it is evidence. */
export const sealCovers = async (tx: Transaction, familyId: string): Promise<void> => {
  for (const { milestoneId, kept } of await rowsOf(tx, KeptRow, OF_FAMILY, [familyId]))
    await tx.query(SEAL, [sealedName(milestoneId), sealed(milestoneId, kept)]);
};

const SealRow = rowOf({ seal: ['sealed', z.instanceof(Buffer)] });
const TAKE_OUT = `delete from sealed_covers where name = $1 returning ${SealRow.columns}`;

const RESTORE = `
  with told as (select $1::jsonb as kept), settled as (
    insert into settled_covers
    select (jsonb_populate_record(null::settled_covers, kept -> 'settled')).* from told
    on conflict (milestone_id) do nothing returning milestone_id)
  insert into cover_notes (milestone_id, step_id)
  select settled.milestone_id, step.id
  from settled cross join told cross join jsonb_array_elements_text(kept -> 'steps') as said (step_id)
  join care_steps step on step.id = said.step_id::uuid
  on conflict do nothing`;

/** What was closed of a milestone that may be known of again is as it was. */
export const restoreCover = async (tx: Transaction, milestoneId: string): Promise<void> => {
  const [found] = await rowsOf(tx, SealRow, TAKE_OUT, [sealedName(milestoneId)]);
  if (found) await tx.query(RESTORE, [opened(milestoneId, found.seal)]);
};
