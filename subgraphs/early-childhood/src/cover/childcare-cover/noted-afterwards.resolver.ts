import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../wing.ts';
import { noteSentence } from './noted-afterwards.messages.ts';
import { NotedAfterwards } from './noted-afterwards.ts';

@Resolver(() => NotedAfterwards)
export class NotedAfterwardsResolver {
  @FieldResolver(() => String, {
    description: 'What was noted and when, as a sentence in the language of `Accept-Language`.',
  })
  sentence(@Root() note: NotedAfterwards, @Ctx() { language }: Context): string {
    return noteSentence(note, language);
  }
}
