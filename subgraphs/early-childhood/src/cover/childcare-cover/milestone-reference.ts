import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Family } from '../../families/families/family.ts';

/** A milestone is employment's; what its cover needs of it is handed over with each question. */
@Directive('@key(fields: "id")')
@ObjectType('Milestone', { description: 'A dated step of a job search, kept by the employment service.' })
export class MilestoneReference {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Directive('@external')
  @Field(() => DateTime, { description: 'When it starts.' })
  startsAt!: Date;

  @Directive('@external')
  @Field(() => DateTime, { description: 'When it ends.' })
  endsAt!: Date;

  @Directive('@external')
  @Field(() => Int, { description: 'Minutes of travel each way.' })
  travelMinutes!: number;

  @Directive('@external')
  @Field(() => Family, {
    nullable: true,
    description: 'The family of the job seeker; absent where it is not shared with you.',
  })
  family!: Pick<Family, 'id'>;
}

type Reference = Readonly<Record<string, unknown>>;

const instantOf = (value: unknown): Date => (value instanceof Date ? value : new Date(String(value)));

const familyOf = (value: unknown): { id: string } => ({
  id: typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '',
});

/** Over HTTP and in process alike, a reference carries values as text. */
export const milestoneReference = ({
  id,
  startsAt,
  endsAt,
  travelMinutes,
  family,
}: Reference): MilestoneReference =>
  Object.assign(new MilestoneReference(), {
    id: String(id),
    startsAt: instantOf(startsAt),
    endsAt: instantOf(endsAt),
    travelMinutes: Number(travelMinutes),
    family: familyOf(family),
  });
