import { Ctx, Field, ObjectType } from 'type-graphql';
import { type Catalogue, type Language, say } from '../messages.ts';
import { registerEnum } from './enums.ts';

/**
 * The refusal of a mutation: a reason from a closed list, and a sentence for the person who reads it.
 * `name` is that of the GraphQL type; its reasons become the enum `<name>Reason`.
 */
export const refusalOf = <Reason extends string>(
  name: string,
  reasons: Readonly<Record<Reason, string>>,
  catalogue: Catalogue<NoInfer<Reason>>,
) => {
  const reasonEnum = Object.fromEntries(Object.keys(reasons).map((key) => [key, key])) as Record<
    Reason,
    Reason
  >;
  registerEnum(reasonEnum, `${name}Reason`, `Why ${name} was given.`, reasons);

  @ObjectType(name, { description: 'Why the change was not made; nothing was stored.' })
  class Refusal {
    @Field(() => reasonEnum, { description: 'The reason, stable for programs.' })
    reason!: Reason;

    @Field(() => String, { description: 'The reason as a sentence, in the language of `Accept-Language`.' })
    message(@Ctx() { language }: { language: Language }): string {
      return say(catalogue, language, this.reason);
    }

    static of(reason: Reason): Refusal {
      return Object.assign(new Refusal(), { reason });
    }
  }
  return Refusal;
};
