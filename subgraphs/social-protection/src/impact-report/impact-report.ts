import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { ReportKey } from '@relais/platform/statistics/report-key.ts';
import type { Temporal } from 'temporal-polyfill';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "from to districtId")')
@ObjectType({ description: 'What the practice did in one quarter, here for benefits.' })
export class ImpactReport implements ReportKey {
  @Field(() => CivilDate, { description: 'First day of the quarter.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day of the quarter, included.' })
  to!: Temporal.PlainDate;

  @Field(() => ID, { nullable: true, description: 'The district; absent for the whole city.' })
  districtId!: string | null;
}
