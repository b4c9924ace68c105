import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import {
  connectionOf,
  decodeCursor,
  PageArguments,
  pageOf,
  pageSizeOf,
} from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { isUuid } from '@relais/platform/ids.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { isInstantText } from '@relais/platform/time/calendar.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { explanationFor } from '../../care/place-explanations/explanation-for.ts';
import { PlaceExplanation } from '../../care/place-explanations/place-explanation.ts';
import { Section } from '../../centres/centres/section.ts';
import type { Permission } from '../../permissions.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import { RequestPriority, shownPriority } from '../waiting-list/request-priority.ts';
import type { Context } from '../wing.ts';
import { AdmissionCommission } from './admission-commission.ts';
import { CommissionDecision } from './commission-decision.ts';

const CommissionDecisionConnection = connectionOf('CommissionDecision', () => CommissionDecision);

const isDecisionCursor = ([at, id]: string[]): boolean => isInstantText(at) && isUuid(id);

@Resolver(() => AdmissionCommission)
export class CommissionDecisionsResolver {
  @Authorized<Permission>('care:read')
  @FieldResolver(() => CommissionDecisionConnection, {
    nullable: true,
    description: 'Its decisions in the order of their recording.',
  })
  async decisions(
    @Root() { id }: AdmissionCommission,
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    await sayWhatIsLeftOut<Permission>(context, info, 'care:read');
    const { loaders } = context;
    const page = { rows: pageSizeOf(args) + 1, after: decodeCursor(args.after, 2, isDecisionCursor) };
    const decisions = await loaders.decisionsOfCommission(id, page);
    return pageOf(decisions, args, (decision) => [decision.decidedAt.toISOString(), decision.id]);
  }
}

@Resolver(() => CareRequest)
export class RequestDecisionsResolver {
  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [CommissionDecision], {
    nullable: true,
    description: 'What admission commissions decided on it, newest first; the newest counts.',
  })
  commissionDecisions(
    @Root() { id }: CareRequest,
    @Ctx() { loaders }: Context,
  ): Promise<CommissionDecision[]> {
    return loaders.decisionsOnRequest.load(id);
  }
}

@Resolver(() => CommissionDecision)
export class CommissionDecisionResolver {
  @ListSize(1)
  @FieldResolver(() => [Correction], { description: CORRECTIONS })
  corrections(@Root() { id }: CommissionDecision, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }

  @FieldResolver(() => AdmissionCommission, { description: 'The commission that decided.' })
  commission(
    @Root() { commissionId }: CommissionDecision,
    @Ctx() { loaders }: Context,
  ): Promise<AdmissionCommission | null> {
    return loaders.commissions.load(commissionId);
  }

  @FieldResolver(() => CareRequest, { description: 'The request it is about.' })
  careRequest(
    @Root() { careRequestId }: CommissionDecision,
    @Ctx() { loaders }: Context,
  ): Promise<CareRequest | null> {
    return loaders.careRequests.load(careRequestId);
  }

  @FieldResolver(() => Section, {
    nullable: true,
    description: 'Where a place was granted; absent otherwise.',
  })
  section(
    @Root() { sectionId }: CommissionDecision,
    @Ctx() { loaders }: Context,
  ): Promise<Section | null> | null {
    return sectionId ? loaders.sections.load(sectionId) : null;
  }

  @FieldResolver(() => PlaceExplanation, {
    nullable: true,
    description:
      'Why the place granted suits the request, were it free; absent when none was granted, when the section does not suit it, and before 26 November 2026.',
  })
  async explanation(
    @Root() { explanation, careRequestId }: CommissionDecision,
    @Ctx() context: Context,
  ): Promise<PlaceExplanation | null> {
    const request = explanation && (await context.loaders.careRequests.load(careRequestId));
    return request && explanationFor(explanation, request.familyId, context);
  }

  @FieldResolver(() => RequestPriority, {
    description: 'The priority of the request when it was decided; later changes do not rewrite it.',
  })
  priority(@Root() { explainedPriority }: CommissionDecision): RequestPriority {
    return shownPriority(explainedPriority);
  }
}
