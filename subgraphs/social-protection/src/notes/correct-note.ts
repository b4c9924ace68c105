import type { ActingUser } from '@relais/platform/acting.ts';
import { CorrectionInput, correct } from '@relais/platform/corrections/correct.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { wouldChange } from '@relais/platform/database/would-change.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { lockOwnNote } from './note.queries.ts';
import { correctNoteReasons } from './note.reasons.ts';
import { correctNoteRefusal } from './note.rules.ts';
import { Note, NoteAudience, NoteCategory } from './note.ts';

@InputType({ description: 'What was written wrongly in a note of one’s own; what is absent stays.' })
export class CorrectNoteInput extends CorrectionInput {
  @Field(() => ID, { description: 'The note.' })
  noteId!: string;

  @Field(() => NoteCategory, { nullable: true, description: 'What it is about.' })
  category?: NoteCategory | null;

  @Field(() => NoteAudience, {
    nullable: true,
    description: 'Who may read it; `AUTHOR` takes it back from all others.',
  })
  audience?: NoteAudience | null;

  @Field(() => String, { nullable: true, description: 'The note, 4,000 characters at most.' })
  text?: string | null;
}

@ObjectType({ description: 'What came of correcting a note: the note as it stands, or a refusal.' })
export class CorrectNotePayload extends payloadOf(
  'CorrectNote',
  correctNoteReasons,
  'Why nothing was changed; absent when it was.',
) {
  @Field(() => Note, {
    nullable: true,
    description: 'The note; what it said before is in its `corrections`.',
  })
  note?: Note;
}

type Result = { note: Note } | Refused<Word<typeof correctNoteReasons>>;

export const correctNote = async (
  tx: Transaction,
  input: CorrectNoteInput,
  acting: ActingUser,
): Promise<Result> => {
  const note = await lockOwnNote(tx, input.noteId, acting);
  if ('refusal' in note) return note;
  const { version, reason } = input;
  const changes = {
    category: input.category ?? note.category,
    audience: input.audience ?? note.audience,
    text: input.text ?? note.text,
  };
  const refusal = correctNoteRefusal(note, { version, reason, text: changes.text });
  if (refusal) return { refusal };
  if (!wouldChange(note, changes)) return { note };
  return { note: await correct(tx, Note, note, { familyId: note.familyId, changes, reason }, acting) };
};
