import { type DeskList, openDesk } from '@relais/platform/desk/desk.queries.ts';
import { DeskArguments } from '@relais/platform/desk/desk-arguments.ts';
import { DeskItemConnection } from '@relais/platform/desk/desk-item.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Arg, Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { targetOf } from '../referrals/referral.rules.ts';
import { benefitsDeskSentence } from './benefits-desk.messages.ts';
import { BENEFITS_DESK_DETAILS, BenefitsDeskRow, benefitsDeskKinds } from './benefits-desk.queries.ts';
import { kindsOf, toldOf } from './benefits-desk.rules.ts';
import { BenefitsDeskKind } from './benefits-desk-kind.ts';

const deskOf = (
  { user, now, sight, language }: Context,
  asked: readonly BenefitsDeskKind[] | null,
): DeskList<BenefitsDeskRow> => {
  const parameters: unknown[] = [];
  const filter = (permission: Permission) => sight.filter(permission);
  const facts = {
    ...{ sub: user.sub, today: dayOf(now), target: targetOf(user.role) },
    isCoordinator: user.role === 'CARE_COORDINATOR',
    ...{ tasks: filter('task:read'), own: filter('own-referral:read'), open: filter('open-referral:read') },
    ...{ team: filter('support-team:read'), taking: filter('support-team:write') },
    add: (value: unknown): string => `$${parameters.push(value)}`,
  };
  return {
    kinds: benefitsDeskKinds(kindsOf(user.role, Object.values(BenefitsDeskKind), asked), facts),
    details: BENEFITS_DESK_DETAILS,
    shape: BenefitsDeskRow,
    agency: 'social-protection',
    told: (row) => ({ ...toldOf(row.kind), sentence: benefitsDeskSentence(row, language) }),
    parameters,
  };
};

@Resolver()
export class BenefitsDeskResolver {
  @Authorized<Permission>('task:read')
  @Query(() => DeskItemConnection, {
    description:
      'What waits for the reader in social protection, of whichever agency: tasks, referrals, requests to follow a family, and for caseworkers the families of their districts that nobody follows.',
  })
  async benefitsDesk(
    @Args(() => DeskArguments) args: DeskArguments,
    @Ctx() context: Context,
    @Arg('kinds', () => [BenefitsDeskKind], { nullable: true, description: 'Only of these kinds.' })
    kinds?: BenefitsDeskKind[] | null,
  ) {
    return openDesk(context.db, deskOf(context, kinds ?? null), args, context.now);
  }
}
