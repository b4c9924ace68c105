import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Child } from '../../families/families/child.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { OwnArrangement } from './own-arrangement.ts';
import {
  RecordOwnArrangementInput,
  RecordOwnArrangementPayload,
  recordOwnArrangement,
} from './record-own-arrangement.ts';

@Resolver(() => Child)
export class OwnArrangementResolver {
  @Authorized<Permission>('care:read')
  @ListSize(2)
  @FieldResolver(() => [OwnArrangement], {
    nullable: true,
    description: 'How it is looked after otherwise: weekly ones first, then dated ones in order.',
  })
  ownArrangements(@Root() child: Child, @Ctx() { loaders }: Context): Promise<OwnArrangement[]> {
    return loaders.ownArrangementsOfChild.load(child.id);
  }

  @Authorized<Permission>('own-arrangement:write')
  @Mutation(() => RecordOwnArrangementPayload, {
    description: 'Notes that a child is looked after otherwise; cover counts it at once.',
  })
  async recordOwnArrangement(
    @Arg('input', () => RecordOwnArrangementInput, { description: 'What the family said.' })
    input: RecordOwnArrangementInput,
    @Ctx() context: Context,
  ): Promise<RecordOwnArrangementPayload> {
    return RecordOwnArrangementPayload.of(
      await inMutation(context, (tx, acting) => recordOwnArrangement(tx, input, acting)),
    );
  }
}
