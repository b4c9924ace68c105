import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../wing.ts';
import { ChildNotLookedAt } from './child-not-looked-at.ts';
import { notLookedAtSentence } from './not-looked-at.messages.ts';

@Resolver(() => ChildNotLookedAt)
export class ChildNotLookedAtResolver {
  @FieldResolver(() => String, {
    description: 'Why, and what to ask the family, as a sentence in the language of `Accept-Language`.',
  })
  sentence(@Root() notLookedAt: ChildNotLookedAt, @Ctx() { language }: Context): string {
    return notLookedAtSentence(notLookedAt, language);
  }
}
