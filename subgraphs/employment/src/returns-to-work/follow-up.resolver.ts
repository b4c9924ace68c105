import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import type { Page } from '@relais/platform/graphql/connection.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { CorrectFollowUpInput, CorrectFollowUpPayload, correctFollowUp } from './correct-follow-up.ts';
import type { DueFollowUpRow } from './follow-up.queries.ts';
import { FollowUp } from './follow-up.ts';
import {
  DueFollowUp,
  DueFollowUpConnection,
  DueFollowUpsArguments,
  listDueFollowUps,
} from './list-due-follow-ups.ts';
import { RecordFollowUpInput, RecordFollowUpPayload, recordFollowUp } from './record-follow-up.ts';
import { ReturnToWork } from './return-to-work.ts';

@Resolver(() => ReturnToWork)
export class FollowUpResolver {
  @Authorized<Permission>('follow-up:list')
  @Query(() => DueFollowUpConnection, {
    description: 'The follow-ups that the signed-in advisor owes, the longest due first.',
  })
  async dueFollowUps(
    @Args(() => DueFollowUpsArguments) args: DueFollowUpsArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<DueFollowUpRow>> {
    await sayWhatIsLeftOut<Permission>(context, info, 'follow-up:list');
    return listDueFollowUps(args, context);
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => RecordFollowUpPayload, {
    description: 'Records what became of a return to work after one, three or six months.',
  })
  async recordFollowUp(
    @Arg('input', () => RecordFollowUpInput, { description: 'The follow-up.' }) input: RecordFollowUpInput,
    @Ctx() context: Context,
  ): Promise<RecordFollowUpPayload> {
    return RecordFollowUpPayload.of(
      await inMutation(context, (tx, acting) => recordFollowUp(tx, input, acting)),
    );
  }

  @Authorized<Permission>('job-search:write')
  @Mutation(() => CorrectFollowUpPayload, {
    description: 'Puts right what was recorded of a follow-up; what it said before stays readable.',
  })
  async correctFollowUp(
    @Arg('input', () => CorrectFollowUpInput, {
      description: 'What had become of it, and why it is another.',
    })
    input: CorrectFollowUpInput,
    @Ctx() context: Context,
  ): Promise<CorrectFollowUpPayload> {
    return CorrectFollowUpPayload.of(
      await inMutation(context, (tx, acting) => correctFollowUp(tx, input, acting)),
    );
  }

  @ListSize(2)
  @FieldResolver(() => [FollowUp], { description: 'What became of it, as it was recorded, oldest first.' })
  followUps(@Root() { id }: ReturnToWork, @Ctx() { loaders }: Context): Promise<FollowUp[]> {
    return loaders.followUpsOfReturn.load(id);
  }
}

@Resolver(() => FollowUp)
export class FollowUpCorrectionsResolver {
  @ListSize(1)
  @FieldResolver(() => [Correction], { description: CORRECTIONS })
  corrections(@Root() { id }: FollowUp, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }
}

@Resolver(() => DueFollowUp)
export class DueFollowUpResolver {
  @FieldResolver(() => ReturnToWork, { nullable: true, description: 'The return to work.' })
  returnToWork(@Root() { returnId }: DueFollowUp, @Ctx() { loaders }: Context): Promise<ReturnToWork | null> {
    return loaders.returnsToWork.load(returnId);
  }
}
