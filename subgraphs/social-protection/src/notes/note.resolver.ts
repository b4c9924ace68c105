import { inMutation } from '@relais/platform/database/transaction.ts';
import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { Note } from './note.ts';
import { WriteNoteInput, WriteNotePayload, writeNote } from './write-note.ts';

const NoteConnection = connectionOf('Note', () => Note);

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
    @Ctx() { loaders }: Context,
  ): Promise<InstanceType<typeof NoteConnection>> {
    const count = pageSizeOf(page) + 1;
    const rows = await loaders.notesOfFamily(family.id, { count, after: timelinePosition(page) });
    return pageOf(rows, page, (row) => [row.writtenAt.toISOString(), row.id]);
  }
}
