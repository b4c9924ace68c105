import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, ObjectType } from 'type-graphql';

export const ChangedPart = enumOf('ChangedPart', 'A part of two merged files that changed since.', {
  FILE: 'The file itself, or something of its history.',
  MEMBERS: 'Who is in the family, or what is known of them.',
  HOME: 'Where it lives or lived, or the protection of its address.',
  BOOKINGS: 'A booking, or how it was attended.',
  PLACEMENTS: 'A placement.',
  CARE_REQUESTS: 'A care request, or what was decided or offered for it.',
  OWN_ARRANGEMENTS: 'How the family looks after a child otherwise.',
  SHARED_RESIDENCE: 'With whom a child lives by turns.',
  CLOSING: 'Whether the file is closed.',
  MILESTONES: 'A milestone, as employment tells it.',
  INCOME_SUPPORT: 'When the family has income support, as social protection tells it.',
  FOLLOWERS: 'Who follows the family, or to whom its file is restricted.',
  OBJECTIONS: 'What the family objects to sharing.',
  BENEFITS: 'What social protection keeps: benefits, resources, team, notes, tasks, referrals.',
  JOB_SEARCH: 'What employment keeps of the job search.',
});
export type ChangedPart = keyof typeof ChangedPart;

@ObjectType({ description: 'Something of either file that changed since they were merged.' })
export class MergeHindrance {
  @Field(() => ChangedPart, { description: 'Of what.' })
  part!: ChangedPart;

  @Field(() => ID, {
    nullable: true,
    description:
      'The record, where it has an id; absent of addresses, followers, objections and income support.',
  })
  subjectId!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the service point last did something about it, by the history; absent when it did not.',
  })
  at!: Date | null;
}
