import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { forSurvivor } from '../known-families/known-family.queries.ts';
import { signedInProfessional } from '../professionals/know-professional.ts';
import { writeReasons } from './note.reasons.ts';
import { Note, NoteAudience, NoteCategory } from './note.ts';
import { textRefusal } from './text.rules.ts';

@InputType({ description: 'A note about a family.' })
export class WriteNoteInput {
  @Field(() => ID, { nullable: true, description: 'Made by the client, so that sending twice records once.' })
  id?: string | null;

  @Field(() => ID, { description: 'The family.' })
  familyId!: string;

  @Field(() => NoteCategory, { defaultValue: 'GENERAL', description: 'What it is about.' })
  category!: NoteCategory;

  @Field(() => NoteAudience, { description: 'Who may read it.' })
  audience!: NoteAudience;

  @Field(() => String, { description: 'The note, 4,000 characters at most; only what is necessary.' })
  text!: string;
}

@ObjectType({ description: 'What came of writing: the note, or a refusal.' })
export class WriteNotePayload extends payloadOf(
  'WriteNote',
  writeReasons,
  'Why nothing was recorded; absent when something was.',
) {
  @Field(() => Note, { nullable: true, description: 'The note.' })
  note?: Note;
}

type Result = { note: Note } | Refused<Word<typeof writeReasons>>;

const isSame = (
  note: Note,
  { familyId, category, audience, text }: WriteNoteInput,
  authorSub: string,
): boolean =>
  note.authorSub === authorSub &&
  note.familyId === familyId &&
  note.category === category &&
  note.audience === audience &&
  note.text === text;

export const writeNote = async (
  tx: Transaction,
  asked: WriteNoteInput,
  acting: ActingUser,
): Promise<Result> => {
  const { now, user } = acting;
  const input = await forSurvivor(tx, asked, acting, 'note:write');
  if ('refusal' in input) return input;
  const { familyId, category, audience, text } = input;
  const sent = await sentBefore(tx, Note, input.id, (each) => isSame(each, input, user.sub));
  if (sent === 'CONFLICT') return { refusal: sent };
  if (sent) return { note: sent };
  const refusal = textRefusal(text);
  if (refusal) return { refusal };

  await signedInProfessional(tx, user);
  const written = { id: input.id ?? newId(), authorSub: user.sub, writtenAt: now };
  const note = tx.create(Note, { ...written, familyId, category, audience, text, version: 1 });
  await tx.insert(Note, note);
  return { note };
};
