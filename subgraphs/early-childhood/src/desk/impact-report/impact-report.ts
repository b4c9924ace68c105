import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { Figure, Share } from '@relais/platform/statistics/figure.ts';
import { QuarterReport } from '@relais/platform/statistics/quarter-report.ts';
import type { Temporal } from 'temporal-polyfill';
import { ArgsType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';

const ABOUT = `What the practice did in one quarter, in one district or in the whole city; each agency adds what it can
count from its own records. A family is counted where it lived on the last day. Figures are provisional until 30 days after the
end of the quarter, then closed: what is recorded later appears beside them (\`correctedSince\`). A figure that rests on fewer than 5 families, or whose
remainder does, is withheld (\`value: null, isWithheld: true\`), and so is one more district where the city less all others
would give it away. Nothing is said of withheld figures, not even that they are 0. Not protected: what changes between
two askings while the figures are provisional.`;

@ArgsType()
export class QuarterArguments {
  @Field(() => CivilDate, { description: 'First day: 1 January, 1 April, 1 July or 1 October.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    description: 'Last day, which is included: the end of that quarter, in the past.',
  })
  to!: Temporal.PlainDate;
}

@ArgsType()
export class ImpactReportArguments extends QuarterArguments {
  @Field(() => ID, { nullable: true, description: 'One district; the whole city when absent.' })
  districtId?: string | null;
}

@Directive('@key(fields: "from to districtId")')
@ObjectType({ description: ABOUT })
export class ImpactReport extends QuarterReport {}

@ObjectType({ description: 'The families that one kind of care served.' })
export class CareKindFigures {
  @Field(() => CareKind, { description: 'The kind of care.' })
  kind!: CareKind;

  @Field(() => Share, {
    description:
      'Families that had care of this kind, of all families served; one may have had several kinds.',
  })
  families!: Share;
}

@ObjectType({ description: 'How soon emergency care came.' })
export class EmergencyCareFigures {
  @Field(() => Figure, {
    description: 'Bookings of emergency care that took place and of which it is known when they were made.',
  })
  bookings!: Figure;

  @Field(() => Int, {
    nullable: true,
    description: 'Median minutes from booking to start; absent when the number of bookings is withheld.',
  })
  medianNoticeMinutes!: number | null;
}
