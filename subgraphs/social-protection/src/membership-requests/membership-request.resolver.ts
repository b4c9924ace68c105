import { inMutation } from '@relais/platform/database/transaction.ts';
import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import {
  AnswerMembershipRequestInput,
  AnswerMembershipRequestPayload,
  answerMembershipRequest,
} from './answer-membership-request.ts';
import { requestsIn } from './membership-request.queries.ts';
import { MembershipRequest } from './membership-request.ts';
import { RequestMembershipInput, RequestMembershipPayload, requestMembership } from './request-membership.ts';

const MembershipRequestBox = enumOf('MembershipRequestBox', 'Which requests are listed.', {
  TO_ANSWER:
    'Those that wait and that the reader may answer: as lead, or as a coordinator where nobody leads.',
  SENT: 'Those the reader sent, answered or not.',
});
type MembershipRequestBox = keyof typeof MembershipRequestBox;

const MembershipRequestConnection = connectionOf('MembershipRequest', () => MembershipRequest);

@Resolver(() => MembershipRequest)
export class MembershipRequestResolver {
  @Authorized<Permission>('support-team:read')
  @Query(() => MembershipRequestConnection, {
    description: 'Requests to follow a family that the reader may answer or has sent, newest first.',
  })
  async membershipRequests(
    @Arg('box', () => MembershipRequestBox, { description: 'To answer or sent.' }) box: MembershipRequestBox,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, user, now, sight }: Context,
  ): Promise<InstanceType<typeof MembershipRequestConnection>> {
    const count = pageSizeOf(page) + 1;
    const whose = {
      sub: user.sub,
      today: dayOf(now).toString(),
      isCoordinator: user.role === 'CARE_COORDINATOR',
      isToAnswer: box === 'TO_ANSWER',
      seen: sight.filter('family:ask-for' satisfies Permission),
    };
    const rows = await requestsIn(db, whose, timelinePosition(page), count);
    return pageOf(rows, page, (row) => [row.askedAt.toISOString(), row.id]);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family concerned; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: MembershipRequest): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who asks.' })
  requester(
    @Root() { requesterSub }: MembershipRequest,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return loaders.professionalBySub.load(requesterSub);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who answered.' })
  async answeredBy(
    @Root() { answeredBySub }: MembershipRequest,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return answeredBySub === null ? null : loaders.professionalBySub.load(answeredBySub);
  }

  @Authorized<Permission>('support-team:write')
  @Mutation(() => RequestMembershipPayload, { description: 'Asks to be of the support team of a family.' })
  async requestMembership(
    @Arg('input', () => RequestMembershipInput, { description: 'Which one and why.' })
    input: RequestMembershipInput,
    @Ctx() context: Context,
  ): Promise<RequestMembershipPayload> {
    return RequestMembershipPayload.of(
      await inMutation(context, (tx, acting) => requestMembership(tx, input, acting), {
        membership_requests_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('support-team:write')
  @Mutation(() => AnswerMembershipRequestPayload, {
    description: 'Grants or declines a request, as lead or, where nobody leads, as a coordinator.',
  })
  async answerMembershipRequest(
    @Arg('input', () => AnswerMembershipRequestInput, { description: 'The answer.' })
    input: AnswerMembershipRequestInput,
    @Ctx() context: Context,
  ): Promise<AnswerMembershipRequestPayload> {
    return AnswerMembershipRequestPayload.of(
      await inMutation(context, (tx, acting) => answerMembershipRequest(tx, input, acting)),
    );
  }
}

@Resolver(() => Family)
export class FamilyMembershipRequestsResolver {
  @Authorized<Permission>('support-team:read')
  @ListSize(2)
  @FieldResolver(() => [MembershipRequest], {
    nullable: true,
    description: 'Who asked to follow the family, with what was answered and why; newest first.',
  })
  membershipRequests(@Root() { id }: Family, @Ctx() { loaders }: Context): Promise<MembershipRequest[]> {
    return loaders.membershipRequestsOfFamily.load(id);
  }
}
