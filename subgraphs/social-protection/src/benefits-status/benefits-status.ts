import { enumOf } from '@relais/platform/graphql/enums.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate, DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ObjectType } from 'type-graphql';
import { Scheme } from '../entitlements/scheme.ts';

export const IncomeSupport = enumOf(
  'IncomeSupport',
  'Whether a family lives on income support (RSA); the first that applies.',
  {
    RECEIVING: 'Some RSA of the family is open and payable (file state 2).',
    SUSPENDED: 'Some RSA is open, but the right or its payment is suspended (file states 3 and 4).',
    PENDING: 'Some RSA has been asked for and is not decided (file state 0).',
    NONE: 'No RSA: never asked for, refused or closed.',
    UNKNOWN: 'No benefit of this family is on record, so nothing can be said.',
  },
);
export type IncomeSupport = keyof typeof IncomeSupport;

@ObjectType({ description: "The summary of a family's entitlements on a day, as known on that day." })
export class BenefitsStatus {
  @Field(() => IncomeSupport, { description: 'Whether the family lives on income support (RSA).' })
  incomeSupport!: IncomeSupport;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'Since which day; absent when no RSA was ever on record.',
  })
  since!: Temporal.PlainDate | null;

  @ListSize(8)
  @Field(() => [Scheme], { description: 'The benefits that are open and payable on that day.' })
  schemes!: Scheme[];

  @ListSize(8)
  @Field(() => [Scheme], {
    description: 'The benefits of which two statements say different things; the fresher one counts.',
  })
  conflictingSchemes!: Scheme[];

  @Field(() => DateTime, { nullable: true, description: 'When the newest of these facts was recorded.' })
  freshness!: Date | null;
}
