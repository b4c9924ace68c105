import type { ActingUser } from '@relais/platform/acting.ts';
import type { Database } from '@relais/platform/database/database.ts';
import { id, instant, rowOf, rowsOf } from '@relais/platform/database/rows.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import type { TimelinePosition } from '@relais/platform/graphql/timeline.ts';
import { z } from 'zod';
import { lockKnownFamily, unknownAs } from '../known-families/known-family.queries.ts';
import type { correctNoteReasons } from './note.reasons.ts';
import { Note, NoteAudience, NoteCategory } from './note.ts';

export type NoteReader = {
  readonly sub: string;
  readonly role: string;
  readonly today: string;
};
export type NotePage = {
  readonly count: number;
  readonly after: TimelinePosition | null;
  /** What the family objects to sharing is not shared by a note either, but with who wrote it. */
  readonly withheld: readonly NoteCategory[];
};

const NoteRow = rowOf({
  id: ['note.id', id],
  familyId: ['note.family_id', id],
  authorSub: ['note.author_sub', z.string()],
  category: ['note.category', z.enum(NoteCategory)],
  audience: ['note.audience', z.enum(NoteAudience)],
  text: ['note.text', z.string()],
  writtenAt: ['note.written_at', instant],
  version: ['note.version', z.int()],
});

/** Only what the reader may read is counted and paged, so that a page tells nothing of what is hidden. */
const READABLE = `
  select note.* from unnest($1::uuid[]) as family (id)
  cross join lateral (
    select ${NoteRow.columns}
    from notes note
    where note.family_id = family.id
      and ($6::timestamptz is null or (note.written_at, note.id) < ($6::timestamptz, $7::uuid))
      and (note.author_sub = $2 or note.audience = 'ALL_AGENCIES'
        or (note.audience = 'SOCIAL_WORKERS' and $3 = 'CASEWORKER')
        or (note.audience = 'SUPPORT_TEAM' and exists (
          select from support_team_members member join professionals on professionals.id = member.professional_id
          where member.family_id = note.family_id and professionals.sub = $2
            and daterange(member.from_on, member.to_on) @> $4::date)))
      and (note.author_sub = $2 or note.category <> all($8::text[]))
    order by note.written_at desc, note.id desc limit $5
  ) note
  order by "familyId", "writtenAt" desc, id desc`;

/** A page of notes of each family, newest first, as somebody may read them. */
export const notesOfFamilies = (
  db: Database,
  familyIds: string[],
  { sub, role, today }: NoteReader,
  { count, after, withheld }: NotePage,
): Promise<Note[]> =>
  rowsOf(db, NoteRow, READABLE, [
    ...[familyIds, sub, role, today, count],
    ...[after?.at, after?.id, withheld],
  ]);

/** As it is once its family is held, for its author and nobody else. */
export const lockOwnNote = async (
  tx: Transaction,
  id: string,
  acting: ActingUser,
): Promise<Note | Refused<Word<typeof correctNoteReasons>>> => {
  const where = { id, authorSub: acting.user.sub };
  const found = await tx.findOneBy(Note, where);
  if (!found) return { refusal: 'UNKNOWN_NOTE' };
  const family = await lockKnownFamily(tx, found.familyId, acting, 'note:write');
  if ('refusal' in family) return unknownAs(family, 'UNKNOWN_NOTE');
  const lock = { mode: 'for_no_key_update' } as const;
  return (await tx.findOne(Note, { where, lock })) ?? { refusal: 'UNKNOWN_NOTE' };
};
