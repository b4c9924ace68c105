import { connectionOf } from '@relais/platform/graphql/connection.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { WaitingFile } from './desk.queries.ts';
import { StatisticalCategory } from './job-seeker.ts';

/** No name and no family: whoever takes the file sees them from then on. */
@ObjectType({
  description:
    'A job-seeker file that waits at the desk of your agency for an advisor: what it takes to choose one, and no name.',
})
export class JobSeekerAtDesk implements WaitingFile {
  familyId!: string;

  @Field(() => ID, { description: 'The id of the job seeker, for `takeJobSeeker`.' })
  id!: string;

  @Field(() => DateTime, { description: 'Since when it waits.' })
  since!: Date;

  @Field(() => CivilDate, { description: 'The first day of the registration.' })
  registeredOn!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The first day no longer registered; absent while no end is known.',
  })
  closedOn!: Temporal.PlainDate | null;

  @Field(() => Int, { description: 'The administrative category of France Travail, 1 to 10.' })
  category!: number;

  @Field(() => StatisticalCategory, { nullable: true, description: 'The statistical category, when known.' })
  statisticalCategory!: StatisticalCategory | null;

  @Field(() => String, { nullable: true, description: 'The trade sought, as a code of the ROME directory.' })
  romeCode!: string | null;

  @Field(() => Int, { description: 'The version to name in `takeJobSeeker`.' })
  version!: number;
}

export const JobSeekerAtDeskConnection = connectionOf('JobSeekerAtDesk', () => JobSeekerAtDesk);
