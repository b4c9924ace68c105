import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Family } from '../../families/families/family.ts';

export const ClosingReason = enumOf('ClosingReason', 'Why a family’s file is closed.', {
  MOVED_AWAY: 'The family lives elsewhere now.',
  YOUNGEST_TURNED_SIX: 'No child of it is under six.',
  NO_LONGER_NEEDED: 'The family needs the service point no longer.',
});
export type ClosingReason = keyof typeof ClosingReason;

@ObjectType({
  description:
    'A file was closed: what was to come ended. Whatever is asked for or booked afterwards opens it again.',
})
@Entity('family_closings')
@Index('family_closings_of_family', ['familyId', 'closedAt', 'id'])
@Index('family_is_closed_once', ['familyId'], { unique: true, where: 'reopened_at is null' })
@Check('family_closing_reason_is_known', oneOf('reason', ClosingReason))
@Check('family_closing_is_reopened_by_somebody', '(reopened_at is null) = (reopened_by is null)')
export class FamilyClosing {
  @Field(() => ID, { description: 'Stable identifier.' })
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Family, { name: 'family_closing_of_a_known_family' })
  @Column('uuid', { name: 'family_id' })
  familyId!: string;

  @Field(() => ClosingReason, { description: 'Why it was closed.' })
  @Column('text')
  reason!: ClosingReason;

  @Field(() => String, { nullable: true, description: 'What else there is to say, where somebody did.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was closed.' })
  @Column('timestamptz', { name: 'closed_at' })
  closedAt!: Date;

  @Field(() => String, { description: 'Who closed it, by the subject of the token.' })
  @Column('text', { name: 'closed_by' })
  closedBy!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was opened again, by itself or by somebody; absent while it is closed.',
  })
  @Column('timestamptz', { name: 'reopened_at', nullable: true })
  reopenedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who opened it again, or asked for care or booked it, by the subject of the token.',
  })
  @Column('text', { name: 'reopened_by', nullable: true })
  reopenedBy!: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;
}
