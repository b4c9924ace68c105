import { QuarterReport } from '@relais/platform/statistics/quarter-report.ts';
import { Directive, ObjectType } from 'type-graphql';

@Directive('@key(fields: "from to districtId")')
@ObjectType({ description: 'What the practice did in one quarter, here for benefits.' })
export class ImpactReport extends QuarterReport {}
