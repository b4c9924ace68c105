import { badUserInput } from '@relais/platform/errors.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { ageAidProblems } from './age-aid.messages.ts';
import { ageEstimate } from './age-aid.rules.ts';
import { AgeCondition, AgeEstimate } from './age-aid.ts';
import { ReturnToWork } from './return-to-work.ts';

@ArgsType()
class AgeEstimateArguments {
  @Field(() => Boolean, {
    nullable: true,
    description: 'The job seeker is a lone parent; left out: not known.',
  })
  isLoneParent?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'How many children are under 12; left out: not known.' })
  childrenUnder12?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The daily allowance in cents, 0 without one; left out: not known.',
  })
  dailyAllowanceCents?: number | null;
}

const notNegative = (argument: string, value: number | null = null): number | null => {
  if (value !== null && value < 0) throw badUserInput(argument, ageAidProblems, 'BELOW_ZERO');
  return value;
};

@Resolver(() => ReturnToWork)
export class AgeAidResolver {
  @FieldResolver(() => AgeEstimate, {
    nullable: true,
    description:
      'An estimate of the childcare aid (AGE), from what the caller knows and this agency does not keep; absent for a return before 1 May 2024.',
  })
  async ageEstimate(
    @Root() made: ReturnToWork,
    @Args(() => AgeEstimateArguments) args: AgeEstimateArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<AgeEstimate | null> {
    const others = await loaders.returnsWithinTheYear.load(made.id);
    const facts = {
      isLoneParent: args.isLoneParent ?? null,
      childrenUnder12: notNegative('childrenUnder12', args.childrenUnder12),
      dailyAllowanceCents: notNegative('dailyAllowanceCents', args.dailyAllowanceCents),
      hasReturnedWithin12Months: others.length > 0,
    };
    const estimate = ageEstimate(made, facts, dayOf(now));
    return estimate && { ...estimate, conditions: estimate.conditions.map(AgeCondition.of) };
  }
}
