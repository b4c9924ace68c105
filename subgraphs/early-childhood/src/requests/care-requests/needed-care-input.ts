import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, InputType } from 'type-graphql';
import { PatternLineInput } from '../../care/placements/pattern-line.ts';

@InputType({ description: 'Care needed every week over a period.' })
export class WeeklyNeedInput {
  @Field(() => CivilDate, { description: 'First day on which care is needed.' })
  firstDay!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'Last day, less than 12 months after the first.' })
  lastDay!: Temporal.PlainDate;

  @Field(() => [PatternLineInput], {
    description: 'The hours of an ordinary week; for flexible care those of a usual one.',
  })
  pattern!: PatternLineInput[];
}

@InputType({ description: 'A dated stretch of one local day for which care is needed.' })
export class CareStretchInput {
  @Field(() => DateTime, { description: 'When it starts, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, the same day, on the half-hour.' })
  endsAt!: Date;
}
