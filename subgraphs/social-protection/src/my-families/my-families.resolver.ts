import { careCoordinator, caseworker, type User } from '@relais/platform/auth/user.ts';
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
import { mayRead } from '../referrals/referral.rules.ts';
import { mayReadTask } from '../tasks/task.rules.ts';
import { type FollowedFamily, followedFamilies } from './my-families.queries.ts';
import { alertsOf, type FamilyFacts, positionOf, ranked } from './my-families.rules.ts';
import { FamilyAlert, MyFamily } from './my-family.ts';

const MyFamilyConnection = connectionOf('MyFamily', () => MyFamily);

const POSITION_LENGTH = 3;

/** To an advisor early-childhood tells of cover and nothing else of care. */
const maySeeOffers = (user: User): boolean => caseworker(user) || careCoordinator(user);

/** Each kind of fact is one statement for all families, and only what the reader may see is one. */
const factsOf = async (
  { familyId, lastActivity }: FollowedFamily,
  { loaders, now, user }: Context,
): Promise<FamilyFacts> => {
  const [files, uncovered, offers, referrals, tasks] = await Promise.all([
    caseworker(user) ? loaders.entitlementFilesOfFamily.load(familyId) : null,
    loaders.uncoveredMilestonesOfFamily.load(familyId),
    maySeeOffers(user) ? loaders.openOffersOfFamily.load(familyId) : [],
    loaders.referralsOfFamily.load(familyId),
    loaders.tasksOfFamily.load(familyId),
  ]);
  return {
    familyId,
    lastActivity,
    benefits: files && benefitsStatus(files, dayOf(now)),
    uncovered,
    offers,
    referrals: referrals.filter((referral) => mayRead(referral, user)),
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
    const { db, user, now } = context;
    const today = dayOf(now);
    const followed = await followedFamilies(db, user.sub, today.toString());
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
