import { oneOf } from '@relais/platform/database/columns.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Family } from '../../families/families/family.ts';
import { ToldHousehold, toldColumn } from './told-household.ts';

export const RegistrationRequestStatus = enumOf(
  'RegistrationRequestStatus',
  'What became of a request to register a family.',
  {
    WAITING: 'The service point has not answered.',
    COMPLETED: 'The family has a file.',
    REFUSED: 'The service point makes no file of it, and said why.',
    WITHDRAWN: 'Whoever sent it took it back.',
    LAPSED: 'Nobody answered for 90 days: what was told is forgotten.',
  },
);
export type RegistrationRequestStatus = keyof typeof RegistrationRequestStatus;

@ObjectType({
  description:
    'An advisor asks the service point to register a family that came to them. No file exists until a coordinator completes it; what was told is kept while it waits, and forgotten when it no longer does.',
})
@Entity('registration_requests')
@Index('registration_requests_by_age', ['status', 'sentAt', 'id'])
@Index('registration_requests_of_sender', ['sentBy', 'sentAt', 'id'])
@Index('registration_requests_of_family', ['familyId'])
@Check('registration_request_status_is_known', oneOf('status', RegistrationRequestStatus))
@Check('registration_request_keeps_what_was_told_while_it_waits', "(status = 'WAITING') = (told is not null)")
@Check(
  'registration_request_is_answered_once_it_does_not_wait',
  "(status = 'WAITING') = (answered_at is null)",
)
@Check('registration_request_refused_with_a_reason', "(status = 'REFUSED') = (reason is not null)")
@Check('registration_request_completed_with_a_family', "(status = 'COMPLETED') = (family_id is not null)")
export class RegistrationRequest {
  @Field(() => ID, { description: 'Stable identifier; a family that is registered from it has the same.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => RegistrationRequestStatus, { description: 'What became of it.' })
  @Column('text')
  status!: RegistrationRequestStatus;

  @Field(() => String, { description: 'Who sent it, by the subject of the token.' })
  @Column('text', { name: 'sent_by' })
  sentBy!: string;

  @Field(() => String, { description: 'Who sent it, by name.' })
  @Column('text', { name: 'sender_name' })
  senderName!: string;

  @Field(() => String, { description: 'The agency of whoever sent it.' })
  @Column('text', { name: 'sender_agency' })
  senderAgency!: string;

  @Field(() => DateTime, { description: 'When it was sent.' })
  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  @Field(() => String, { description: 'The last names of the adults.' })
  @Column('text', { name: 'family_name' })
  familyName!: string;

  @Field(() => ToldHousehold, {
    nullable: true,
    description:
      'What the family told; absent once the request no longer waits, for it is forgotten then: the answer that completes it shows it last.',
  })
  @Column(toldColumn)
  told!: ToldHousehold | null;

  @Field(() => DateTime, { nullable: true, description: 'When it stopped waiting.' })
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who completed, refused or withdrew it, by the subject of the token.',
  })
  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @ForeignKey(() => Family, { name: 'registration_request_made_a_known_family' })
  @Column('uuid', { name: 'family_id', nullable: true })
  familyId!: string | null;

  /** Stands for the file towards whoever sent the request; nobody else is shown it. */
  @Column('uuid', { nullable: true })
  handle!: string | null;

  @Field(() => DateTime, {
    description:
      'Until when it is kept: one that waits lapses then, 90 days after it was sent; any other is deleted, 30 days after it was answered.',
  })
  @Column('timestamptz', { name: 'kept_until' })
  keptUntil!: Date;

  @Field(() => Int, { description: 'Rises with every change.' })
  @Column('integer')
  version!: number;
}
