import {
  connectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
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

/** Each kind of fact is one statement for all families, and only what the reader may see is one. */
const factsOf = async (
  { familyId, lastActivity }: FollowedFamily,
  context: Context,
): Promise<FamilyFacts> => {
  const { loaders, now, user, sight } = context;
  const may = (permission: Permission) => sight.sees(permission, [familyId]);
  const [mayBenefits, mayCover, mayOffers] = await Promise.all([
    may('benefits:read'),
    may('cover:read'),
    may('offer:read'),
  ]);
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
