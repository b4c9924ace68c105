import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, Int, ObjectType } from 'type-graphql';
import { FigureConfidence, TariffKind } from './hourly-fee.ts';

@ObjectType({ description: 'One line of the CNAF scale of family contributions, with its source.' })
export class FeeScaleLine {
  @Field(() => TariffKind, { description: 'The kind of centre that charges by this line.' })
  tariffKind!: TariffKind;

  @Field(() => Int, { description: 'Smallest number of dependent children for this rate.' })
  childrenFrom!: number;

  @Field(() => Int, {
    description: 'Largest number of dependent children; above 10 the lowest rate applies too.',
  })
  childrenTo!: number;

  @Field(() => Int, { description: 'Rate per hour in millionths of monthly resources: 619 is 0.0619 %.' })
  ratePerMillion!: number;

  @Field(() => Int, { description: 'Monthly resources in euro cents under which the fee falls no further.' })
  floorMonthlyCents!: number;

  @Field(() => Int, { description: 'Monthly resources in euro cents over which the fee rises no further.' })
  ceilingMonthlyCents!: number;

  @Field(() => CivilDate, { description: 'First day in force.' })
  from!: Temporal.PlainDate;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Last day in force; absent while no later scale is known.',
  })
  to!: Temporal.PlainDate | null;

  @Field(() => FigureConfidence, { description: 'How sure the rate is.' })
  rateConfidence!: FigureConfidence;

  @Field(() => FigureConfidence, { description: 'How sure the floor is.' })
  floorConfidence!: FigureConfidence;

  @Field(() => FigureConfidence, { description: 'How sure the ceiling is.' })
  ceilingConfidence!: FigureConfidence;

  @Field(() => String, { description: 'Where rate, floor and ceiling were published.' })
  source!: string;
}
