import {
  connectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { partsOf } from '@relais/platform/sight/parts.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { benefitsStatus } from '../benefits-status/benefits-status.rules.ts';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { readableReferrals } from '../referrals/readable-referrals.ts';
import { mayReadTask } from '../tasks/task.rules.ts';
import { type FollowedFamily, followedFamilies } from './my-families.queries.ts';
import { alertsOf, type FamilyFacts, positionOf, ranked } from './my-families.rules.ts';
import { FamilyAlert, MyFamily } from './my-family.ts';

const MyFamilyConnection = connectionOf('MyFamily', () => MyFamily);

const POSITION_LENGTH = 3;

/** What alerts are told of that not every reader may see. */
const TOLD = ['benefits:read', 'cover:read', 'offer:read'] as const satisfies readonly Permission[];

/** Each kind of fact is one statement for all families, and only what the reader may see is one. */
const factsOf = async (
  { familyId, lastActivity }: FollowedFamily,
  context: Context,
): Promise<FamilyFacts> => {
  const { loaders, now, user, sight } = context;
  const [mayBenefits, mayCover, mayOffers] = await Promise.all(
    TOLD.map((permission) => sight.sees(permission, [familyId])),
  );
  const [files, uncovered, offers, referrals, tasks] = await Promise.all([
    mayBenefits ? loaders.entitlementFilesOfFamily.load(familyId) : null,
    mayCover ? loaders.uncoveredMilestonesOfFamily.load(familyId) : [],
    mayOffers ? loaders.openOffersOfFamily.load(familyId) : [],
    readableReferrals(familyId, context),
    loaders.tasksOfFamily.load(familyId),
  ]);
  return {
    familyId,
    lastActivity,
    benefits: files && benefitsStatus(files, dayOf(now)),
    uncovered,
    offers,
    referrals,
    tasks: tasks.filter((task) => mayReadTask(task, user)),
  };
};

@Resolver()
export class MyFamiliesResolver {
  @Authorized<Permission>('my-families:read')
  @Query(() => MyFamilyConnection, {
    description: 'The families in whose support team the reader is, those that need attention most first.',
  })
  async myFamilies(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
  ): Promise<InstanceType<typeof MyFamilyConnection>> {
    const count = pageSizeOf(page) + 1;
    const after = decodeCursor(page.after, POSITION_LENGTH);
    const { db, user, now, sight } = context;
    const today = dayOf(now);
    const followed = await followedFamilies(db, {
      sub: user.sub,
      today: today.toString(),
      seen: sight.filter('my-families:read' satisfies Permission),
    });
    const facts = await Promise.all(followed.map((family) => factsOf(family, context)));
    const families = facts.map((each) => ({ familyId: each.familyId, alerts: alertsOf(each, now, today) }));
    const { edges, pageInfo } = pageOf(ranked(families, after).slice(0, count), page, positionOf);
    const nodes = edges.map(({ node: { familyId, alerts }, cursor }) => ({
      node: { family: { id: familyId }, alerts: alerts.map(FamilyAlert.of) },
      cursor,
    }));
    return { edges: nodes, pageInfo };
  }
}

@Resolver(() => MyFamily)
export class MyFamilyResolver {
  @ListSize(2)
  @FieldResolver(() => [FamilyAlert], {
    description: 'Why it needs attention, most urgent first; empty when nothing does.',
  })
  async alerts(
    @Root() { family, alerts }: MyFamily,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly FamilyAlert[]> {
    const may = partsOf<Permission>(context, info, family ? [family.id] : []);
    for (const permission of TOLD) await may(permission);
    return alerts;
  }
}
