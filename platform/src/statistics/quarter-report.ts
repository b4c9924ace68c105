import type { Temporal } from 'temporal-polyfill';
import { Field, ID, ObjectType } from 'type-graphql';
import { CivilDate } from '../graphql/scalars.ts';
import type { ReportKey } from './report-key.ts';

/** What the report is about to which each agency adds its own figures. */
@ObjectType()
export abstract class QuarterReport implements ReportKey {
  @Field(() => CivilDate, { description: 'First day of the quarter.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day of the quarter, included.' })
  to!: Temporal.PlainDate;

  @Field(() => ID, { nullable: true, description: 'The district; absent for the whole city.' })
  districtId!: string | null;
}
