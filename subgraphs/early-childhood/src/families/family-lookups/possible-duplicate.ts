import { type Language, say } from '@relais/platform/messages.ts';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { Child } from '../families/child.ts';
import { duplicateMessages } from './family-lookup.messages.ts';

@ObjectType({
  description:
    'A child just registered, of whose name and birth date another is registered already. It tells no more than `lookUpFamily`, and is counted and recorded as one.',
})
export class PossibleDuplicate {
  @Field(() => Child, { description: 'The child just registered.' })
  child!: Child;

  @Field(() => String, { description: 'How to go on, in the language of `Accept-Language`.' })
  nextStep(@Ctx() { language }: { language: Language }): string {
    return say(duplicateMessages, language, 'POSSIBLE_DUPLICATE');
  }

  static of(child: Child): PossibleDuplicate {
    return Object.assign(new PossibleDuplicate(), { child });
  }
}
