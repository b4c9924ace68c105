import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { newId } from '@relais/platform/ids.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { forSurvivor, knownFamilies } from '../known-families/known-family.queries.ts';
import { sharedMessages } from '../messages.ts';
import type { Acting } from '../support-team/join-support-team.ts';
import { signedInProfessional } from '../support-team/know-professional.ts';
import { noteById } from './note.queries.ts';
import { Note, NoteAudience, NoteCategory } from './note.ts';
import { textMessages } from './text.messages.ts';
import { type TextRefusal, textRefusal } from './text.rules.ts';

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

type WriteNoteReason = TextRefusal | 'UNKNOWN_FAMILY' | 'CONFLICT';

const messages: Catalogue<WriteNoteReason> = {
  fr: {
    ...textMessages.fr,
    UNKNOWN_FAMILY: sharedMessages.unknownFamily.fr,
    CONFLICT: sharedMessages.conflict.fr,
  },
  en: {
    ...textMessages.en,
    UNKNOWN_FAMILY: sharedMessages.unknownFamily.en,
    CONFLICT: sharedMessages.conflict.en,
  },
};

export const WriteNoteRefusal = refusalOfCatalogue<WriteNoteReason>(
  'WriteNoteRefusal',
  {
    UNKNOWN_FAMILY: 'The family is not known to this agency (yet).',
    EMPTY_TEXT: 'The note is empty.',
    TEXT_TOO_LONG: 'The note is longer than 4,000 characters.',
    CONFLICT: 'Another record with this id exists.',
  },
  messages,
);

@ObjectType({ description: 'What came of writing: the note, or a refusal.' })
export class WriteNotePayload {
  @Field(() => Note, { nullable: true, description: 'The note.' })
  note!: Note | null;

  @Field(() => WriteNoteRefusal, { nullable: true, description: 'Why nothing was recorded.' })
  refusal!: InstanceType<typeof WriteNoteRefusal> | null;
}

export type WriteNoteResult = { note: Note } | { refusal: WriteNoteReason };

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
  { now, user }: Acting,
): Promise<WriteNoteResult> => {
  const input = await forSurvivor(tx, asked);
  const { familyId, category, audience, text } = input;
  const sent = input.id ? await noteById(tx, input.id) : null;
  if (sent) return isSame(sent, input, user.sub) ? { note: sent } : { refusal: 'CONFLICT' };
  const [family] = await knownFamilies(tx, [familyId]);
  const refusal = family ? textRefusal(text) : 'UNKNOWN_FAMILY';
  if (refusal) return { refusal };

  await signedInProfessional(tx, user);
  const written = { id: input.id ?? newId(), authorSub: user.sub, writtenAt: now };
  const note = tx.create(Note, { ...written, familyId, category, audience, text });
  await tx.insert(Note, note);
  return { note };
};
