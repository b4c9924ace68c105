import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { State } from './entitlement-status.ts';
import { InformationSource } from './information-source.ts';

@ObjectType({
  description:
    'What another source, or another file of the same one, says of the same benefit of the same holder.',
})
export class EntitlementConflict {
  @Field(() => ID, { description: 'The entitlement as that source tells it.' })
  entitlementId!: string;

  @Field(() => InformationSource, { description: 'Who says so.' })
  source!: InformationSource;

  @Field(() => State, { description: 'The state by that source.' })
  state!: State;

  @Field(() => Int, {
    nullable: true,
    description: 'Euro cents per month by that source, when it tells them.',
  })
  monthlyAmountCents!: number | null;

  @Field(() => CivilDate, { description: 'First day of that state.' })
  since!: Temporal.PlainDate;

  @Field(() => CivilDate, { description: 'The day of the newest information from that source.' })
  statedOn!: Temporal.PlainDate;
}
