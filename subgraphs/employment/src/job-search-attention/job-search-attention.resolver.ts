import { AttentionItem, attentionItems } from '@relais/platform/graphql/attention.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { partsOf } from '@relais/platform/sight/parts.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { jobSearchSentence } from './job-search-attention.messages.ts';
import { coverTimes, type JobSearchMatter, jobSearchMatters } from './job-search-attention.rules.ts';

const mattersOf = async (
  familyId: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<JobSearchMatter[]> => {
  const { loaders, now } = context;
  const may = partsOf<Permission>(context, info, [familyId]);
  const [knowsFiles, knowsCover, pending] = await Promise.all([
    may('job-seeker:read'),
    may('cover:read'),
    loaders.pendingMilestonesOfFamily.load(familyId),
  ]);
  const milestones = knowsCover ? pending : pending.map((each) => ({ ...each, cover: null }));
  if (!knowsFiles) return coverTimes(milestones, now);
  const [followUps, reductions] = await Promise.all([
    loaders.owedFollowUpsOfFamily.load(familyId),
    loaders.endingReductionsOfFamily.load(familyId),
  ]);
  return jobSearchMatters({ milestones, followUps, reductions }, now);
};

@Resolver(() => Family)
export class JobSearchAttentionResolver {
  @Authorized<Permission>('job-search-attention:read')
  @ListSize(2)
  @FieldResolver(() => [AttentionItem], {
    nullable: true,
    description:
      'What needs somebody in the job search, earliest first; of each kind the first 20. `MILESTONE_UNCOVERED`, `MILESTONE_PARTIAL`, `MILESTONE_UNKNOWN`: the cover that early-childhood last told, which `childcareCover` may be newer than. `MILESTONE_TWICE`: one of the same job seeker, kind and start is planned already. `OUTCOME_MISSING`, `FOLLOW_UP_DUE`, `HOURS_REDUCTION_ENDS` (within 14 days). Advisors are told of job seekers they follow, a coordinator of when a milestone lacks care.',
  })
  async jobSearchAttention(
    @Root() { id }: Family,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AttentionItem[]> {
    const matters = await mattersOf(id, context, info);
    return attentionItems('employment', matters, (matter) => jobSearchSentence(matter, context.language));
  }
}
