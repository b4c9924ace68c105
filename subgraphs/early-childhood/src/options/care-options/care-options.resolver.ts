import { badUserInput } from '@relais/platform/errors.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Facility } from '../../centres/centres/centre-kind.ts';
import { familiesOfChild } from '../../families/families/family-sights.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { neededPart } from './care-fit.rules.ts';
import { CareOptions } from './care-option.ts';
import { findCareOptions, shownCareOptions } from './find-care-options.ts';
import { needProblems } from './need-problems.messages.ts';

@InputType({ description: 'Care that a child needs during a stretch of one day.' })
export class CareNeedInput {
  @Field(() => ID, { description: 'The child.' })
  childId!: string;

  @Field(() => CareKind, { description: 'The kind of care.' })
  kind!: CareKind;

  @Field(() => DateTime, { description: 'When it starts; rounded to the half-hour before.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'When it ends, the same day; rounded to the half-hour after.' })
  endsAt!: Date;

  @Field(() => [Facility], { defaultValue: [], description: 'What the centre must offer besides care.' })
  facilities!: Facility[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Centres the family prefers, first choice first.',
  })
  rankedCentreIds!: string[];
}

const MOST_OPTIONS = 20;
const MOST_CHOICES = 8;

/** How many options are asked for, or a clear error. */
export const countOfOptions = (first: number): number => {
  if (first >= 1 && first <= MOST_OPTIONS) return first;
  throw badUserInput('first', needProblems, 'COUNT_OF_OPTIONS', { most: MOST_OPTIONS });
};

@Resolver()
export class CareOptionsResolver {
  @Authorized<Permission>('care:read')
  @Query(() => CareOptions, {
    nullable: true,
    description:
      'Where a child can be looked after, ranked and explained; absent when there is no such child.',
  })
  async careOptions(
    @Arg('need', () => CareNeedInput, { description: 'The care needed.' }) need: CareNeedInput,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 20.' }) first: number,
    @Ctx() context: Context,
  ): Promise<CareOptions | null> {
    const { byKeys, now, sight, accesses } = context;
    const count = countOfOptions(first);
    if (need.rankedCentreIds.length > MOST_CHOICES)
      throw badUserInput('need.rankedCentreIds', needProblems, 'TOO_MANY_CHOICES', {
        most: MOST_CHOICES,
      });
    const part = neededPart(need, now);
    if ('problem' in part) throw badUserInput('need.endsAt', needProblems, part.problem);

    const families = () => familiesOfChild(need.childId, context);
    const isSeen = await sight.sees('care:read' satisfies Permission, families);
    accesses.note(isSeen ? 'SEEN' : 'DENIED', 'care:read' satisfies Permission, need.childId, families);
    if (!isSeen) return null;
    // Planned once: planning took longer than finding the places of one need.
    const [found] = await findCareOptions(byKeys, [{ ...need, ...part, familyId: null }], now);
    return found ? shownCareOptions(found, count) : null;
  }
}
