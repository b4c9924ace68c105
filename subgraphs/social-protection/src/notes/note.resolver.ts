import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { partsOf } from '@relais/platform/sight/parts.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { CorrectNoteInput, CorrectNotePayload, correctNote } from './correct-note.ts';
import { correctionsForOthers } from './note.rules.ts';
import { Note, type NoteCategory } from './note.ts';
import { WriteNoteInput, WriteNotePayload, writeNote } from './write-note.ts';

const NoteConnection = connectionOf('Note', () => Note);

/** What a note may be about that a family can object to sharing. */
const objectable = [
  ['CHILDCARE', 'note-on-childcare:read'],
  ['BENEFITS', 'note-on-benefits:read'],
  ['JOB_SEARCH', 'note-on-job-search:read'],
] as const satisfies readonly (readonly [NoteCategory, Permission])[];

const withheldFrom = async (
  { id }: Family,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<NoteCategory[]> => {
  const may = partsOf<Permission>(context, info, [id]);
  const known = await Promise.all(objectable.map(([, permission]) => may(permission)));
  return objectable.filter((_, index) => !known[index]).map(([category]) => category);
};

@Resolver(() => Note)
export class NoteResolver {
  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family it is about; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: Note): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who wrote it.' })
  author(@Root() { authorSub }: Note, @Ctx() { loaders }: Context): Promise<Professional | null> {
    return loaders.professionalBySub.load(authorSub);
  }

  @ListSize(1)
  @FieldResolver(() => [Correction], {
    description: `${CORRECTIONS} To others than its author only what it said since it is for these readers.`,
  })
  async corrections(
    @Root() { id, authorSub }: Note,
    @Ctx() { loaders, user }: Context,
  ): Promise<Correction[]> {
    const all = await loaders.corrections.load(id);
    return authorSub === user.sub ? all : correctionsForOthers(all);
  }

  @Authorized<Permission>('note:write')
  @Mutation(() => WriteNotePayload, { description: 'Writes a note about a family, for those named.' })
  async writeNote(
    @Arg('input', () => WriteNoteInput, { description: 'The note.' }) input: WriteNoteInput,
    @Ctx() context: Context,
  ): Promise<WriteNotePayload> {
    return WriteNotePayload.of(
      await inMutation(context, (tx, acting) => writeNote(tx, input, acting), { notes_pkey: 'CONFLICT' }),
    );
  }

  @Authorized<Permission>('note:write')
  @Mutation(() => CorrectNotePayload, {
    description: 'Puts right a note of one’s own, also who may read it; what it said before stays readable.',
  })
  async correctNote(
    @Arg('input', () => CorrectNoteInput, { description: 'What was otherwise, and why.' })
    input: CorrectNoteInput,
    @Ctx() context: Context,
  ): Promise<CorrectNotePayload> {
    return CorrectNotePayload.of(await inMutation(context, (tx, acting) => correctNote(tx, input, acting)));
  }
}

@Resolver(() => Family)
export class FamilyNotesResolver {
  @Authorized<Permission>('note:read')
  @FieldResolver(() => NoteConnection, {
    nullable: true,
    description: 'The notes about the family that the reader may read, newest first.',
  })
  async notes(
    @Root() family: Family,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InstanceType<typeof NoteConnection>> {
    const count = pageSizeOf(page) + 1;
    const withheld = await withheldFrom(family, context, info);
    const asked = { count, after: timelinePosition(page), withheld };
    const rows = await context.loaders.notesOfFamily(family.id, asked);
    return pageOf(rows, page, (row) => [row.writtenAt.toISOString(), row.id]);
  }
}
