import { AttentionItem, attentionItems } from '@relais/platform/graphql/attention.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { partsOf } from '@relais/platform/sight/parts.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Family } from '../../families/families/family.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { careSentence } from './care-attention.messages.ts';
import { type CareFacts, careMatters, ofAdvisor } from './care-attention.rules.ts';

const factsOf = async (familyId: string, context: Context, info: GraphQLResolveInfo): Promise<CareFacts> => {
  const { loaders, user } = context;
  const may = partsOf<Permission>(context, info, [familyId]);
  const [knowsCare, knowsCover, knowsSupport] = await Promise.all([
    may('care:read'),
    may('cover:read'),
    may('income-support:read'),
  ]);
  const [uncovered, stray, waiting, suspended] = await Promise.all([
    knowsCover ? loaders.uncoveredMilestonesOfFamily.load(familyId) : [],
    knowsCover ? loaders.strayBookingsOfFamily.load(familyId) : [],
    knowsCare ? loaders.waitingRequestsOfFamily.load(familyId) : [],
    knowsSupport ? loaders.suspendedSupportOfFamily.load(familyId) : [],
  ]);
  return knowsCare ? { uncovered, stray, waiting, suspended } : ofAdvisor({ uncovered, stray }, user.sub);
};

@Resolver(() => Family)
export class CareAttentionResolver {
  @Authorized<Permission>('care-attention:read')
  @ListSize(3)
  @FieldResolver(() => [AttentionItem], {
    nullable: true,
    description:
      'What needs somebody in the care of the family, and what changed elsewhere touches here, earliest first; of each kind the first 20. `MILESTONE_UNCOVERED`, `MILESTONE_PARTIAL`, `MILESTONE_UNKNOWN` (no calendar of a shared residence): computed now. `BOOKING_OUTSIDE_MILESTONE`, `BOOKING_OF_CANCELLED_MILESTONE`: to be moved or given back. `REQUEST_WAITING`: neither offered nor answered. `REQUEST_MADE_TWICE`: another open one asks for the same times of the child, as a merge of files may leave. `REQUEST_TO_CONFIRM`: the family is to say by then whether it needs the care still. `OFFER_OPEN`: a place is held until then. `INCOME_SUPPORT_SUSPENDED`: while a request or a placement counts on it. An advisor is told of their own job seekers’ milestones only.',
  })
  async careAttention(
    @Root() { id }: Family,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AttentionItem[]> {
    const matters = careMatters(await factsOf(id, context, info));
    return attentionItems('early-childhood', matters, (matter) => careSentence(matter, context.language));
  }
}
