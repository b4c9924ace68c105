import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { Child } from '../../families/families/child.ts';
import { childSeenFrom } from '../../families/families/child-seen-from.ts';
import { Family } from '../../families/families/family.ts';
import { CareStep } from '../../history/care-history/care-step.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { requestIsWaiting } from './care-request.rules.ts';
import { CareRequest } from './care-request.ts';
import { confirmationDueOn, lapsesOn } from './confirmation.rules.ts';

@Resolver(() => CareRequest)
export class CareRequestResolver {
  @Authorized<Permission>('care:read')
  @Query(() => CareRequest, {
    nullable: true,
    description: 'One care request; absent when there is none of this id.',
  })
  careRequest(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<CareRequest | null> {
    return loaders.careRequests.load(id);
  }

  @FieldResolver(() => Child, { description: 'The child it is for.' })
  child(@Root() { childId, familyId }: CareRequest, @Ctx() context: Context): Promise<Child | null> {
    return childSeenFrom(context, childId, familyId);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family that asks; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: CareRequest, @Ctx() { loaders }: Context): Promise<Family | null> {
    return loaders.families.load(familyId);
  }

  @ListSize(3)
  @FieldResolver(() => [Centre], { description: 'The centres the family prefers, first choice first.' })
  async rankedCentres(
    @Root() { rankedCentreIds }: CareRequest,
    @Ctx() { loaders }: Context,
  ): Promise<Centre[]> {
    const centres = await Promise.all(rankedCentreIds.map((id) => loaders.centres.load(id)));
    return centres.filter((centre) => centre !== null);
  }

  @FieldResolver(() => CivilDate, {
    nullable: true,
    description:
      'The day by which the family is to say whether it needs the care still, six months after its last word; absent unless it waits.',
  })
  confirmationDueOn(@Root() request: CareRequest): Temporal.PlainDate | null {
    return requestIsWaiting(request.status) ? confirmationDueOn(request) : null;
  }

  @FieldResolver(() => CivilDate, {
    nullable: true,
    description:
      'The day on which it lapses unless the family answers; absent unless it waits and was asked.',
  })
  lapsesOn(@Root() request: CareRequest): Temporal.PlainDate | null {
    return requestIsWaiting(request.status) ? lapsesOn(request) : null;
  }

  @Authorized<Permission>('care:read')
  @ListSize(5)
  @FieldResolver(() => [CareStep], {
    nullable: true,
    description: 'Every step, oldest first: who took it, when, and why.',
  })
  history(@Root() { id }: CareRequest, @Ctx() { loaders }: Context): Promise<CareStep[]> {
    return loaders.stepsOfSubject.load(id);
  }
}

@Resolver(() => Child)
export class ChildRequestsResolver {
  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [CareRequest], { nullable: true, description: 'Its care requests, newest first.' })
  careRequests(@Root() { id }: Child, @Ctx() { loaders }: Context): Promise<CareRequest[]> {
    return loaders.careRequestsOfChild.load(id);
  }
}

@Resolver(() => Family)
export class FamilyRequestsResolver {
  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [CareRequest], {
    nullable: true,
    description: 'The care requests of the family, newest first.',
  })
  careRequests(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<CareRequest[]> {
    return loaders.careRequestsOfFamily.load(id);
  }
}
