import { AttentionItem, attentionItems } from '@relais/platform/graphql/attention.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { partsOf } from '@relais/platform/sight/parts.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { readableReferrals } from '../referrals/readable-referrals.ts';
import { mayReadTask } from '../tasks/task.rules.ts';
import { benefitsSentence } from './benefits-attention.messages.ts';
import { type BenefitsFacts, benefitsMatters } from './benefits-attention.rules.ts';

const factsOf = async (
  familyId: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<BenefitsFacts> => {
  const { loaders, user } = context;
  const may = partsOf<Permission>(context, info, [familyId]);
  const [mayBenefits, mayFee, mayAlert, mayBroken] = await Promise.all([
    may('benefits:read'),
    may('fee:read'),
    may('cover-alert:read'),
    may('break-glass:known'),
  ]);
  const [files, resources, uncovered, referrals, tasks, broken, parted] = await Promise.all([
    mayBenefits ? loaders.entitlementFilesOfFamily.load(familyId) : null,
    mayFee ? loaders.resourcesOfFamily.load(familyId) : null,
    mayAlert ? loaders.uncoveredMilestonesOfFamily.load(familyId) : [],
    readableReferrals(familyId, context),
    loaders.tasksOfFamily.load(familyId),
    mayBroken ? loaders.breakGlassesOfFamily.load(familyId) : [],
    mayBenefits ? loaders.partedFilesOfFamily.load(familyId) : [],
  ]);
  return {
    familyId,
    files,
    resources,
    uncovered,
    referrals,
    tasks: tasks.filter((task) => mayReadTask(task, user)),
    broken,
    parted,
  };
};

@Resolver(() => Family)
export class FamilyBenefitsAttentionResolver {
  @Authorized<Permission>('benefits-attention:read')
  @ListSize(3)
  @FieldResolver(() => [AttentionItem], {
    nullable: true,
    description:
      'What needs somebody in benefits, referrals and tasks, earliest first, and what changed elsewhere touches here: only what the reader may see. Kinds: `INCOME_SUPPORT_SUSPENDED`, `INCOME_SUPPORT_PENDING`, `SOURCES_DISAGREE` (caseworkers), `RESOURCES_DISAGREE` (two statements of one year, by a merge; caseworkers), `RESOURCES_MISSING` (no fee yet), `AEEH_NOT_COUNTED` (more open AEEH than the resources count; caseworkers), `MILESTONE_UNCOVERED` (as last told by early-childhood; the 20 next), `REFERRAL_WAITING`, `TASK_OVERDUE`, `BREAK_GLASS_TO_REVIEW` (its support team), `FILES_PARTED` (a merge was undone within the last 30 days: what was written meanwhile stays here; caseworkers).',
  })
  async benefitsAttention(
    @Root() { id }: Family,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AttentionItem[]> {
    const matters = benefitsMatters(await factsOf(id, context, info), dayOf(context.now));
    return attentionItems('social-protection', matters, (matter) =>
      benefitsSentence(matter, context.language),
    );
  }
}
