import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { EventReceiver } from '@relais/platform/subgraph.ts';
import { Column, Entity, Index, IsNull, LessThanOrEqual, MoreThan, PrimaryColumn } from 'typeorm';
import { z } from 'zod';

/** With this somebody whom early-childhood told that a file exists asks once to follow the family. */
@Entity('lookup_handles')
@Index('lookup_handles_by_family', ['familyId'])
@Index('lookup_handles_by_end', ['until'])
export class LookupHandle {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lookup_handles_pkey' })
  handle!: string;

  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Column('text')
  sub!: string;

  @Column('timestamptz')
  until!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}

const lookedUp = z.object({
  handle: z.uuid(),
  familyId: z.uuid(),
  sub: z.string().min(1),
  until: z.iso.datetime({ offset: true }),
});

const KEEP = `
  insert into lookup_handles (handle, family_id, sub, until) values ($1, $2, $3, $4)
  on conflict (handle) do nothing`;

/** Keeps what can still be used, and no longer. */
export const receiveLookup: EventReceiver = async (tx, { data }, now) => {
  const { handle, familyId, sub, until } = lookedUp.parse(data);
  await tx.delete(LookupHandle, { until: LessThanOrEqual(now) });
  if (new Date(until) > now) await tx.query(KEEP, [handle, familyId, sub, until]);
};

/** The family that a handle stands for, held until commit; `null` when it is another's, used, or too old. */
export const familyOfHandle = async (
  tx: Transaction,
  handle: string,
  { user, now }: ActingUser,
): Promise<string | null> => {
  const found = await tx.findOne(LookupHandle, {
    where: { handle, sub: user.sub, usedAt: IsNull(), until: MoreThan(now) },
    lock: { mode: 'for_no_key_update' },
  });
  return found?.familyId ?? null;
};

export const useHandle = async (tx: Transaction, handle: string, now: Date): Promise<void> => {
  await tx.update(LookupHandle, { handle }, { usedAt: now });
};
