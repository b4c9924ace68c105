// brings the metadata type-graphql needs, whichever record is loaded first
import 'typeorm';
import { Ctx, Field, InputType, ObjectType } from 'type-graphql';
import { type Catalogue, type Language, say } from '../messages.ts';
import { registerEnum } from './enums.ts';

/** What tells readers of the schema that a reason is a question. */
const PASSED_BY_CONFIRMING = 'A question: `confirmed: true` passes it.';

/** An input whose mutation asks about what looks wrong before it does it. */
@InputType()
export abstract class Confirmable {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'That it is right all the same: refusals that are questions (`isQuestion`) are passed, others are not.',
  })
  confirmed!: boolean;
}

const withQuestions = <Reason extends string>(
  reasons: Readonly<Record<Reason, string>>,
  questions: readonly Reason[],
): Record<Reason, string> => {
  const described: Record<Reason, string> = { ...reasons };
  for (const reason of questions) described[reason] = `${reasons[reason]} ${PASSED_BY_CONFIRMING}`;
  return described;
};

/** Values for the sentence of a refusal, in the language of who reads it. */
export type RefusalDetails = (language: Language) => Readonly<Record<string, string | number>>;

/** The two states of a step that is not possible: `{present}` and `{asked}` in its sentence. */
export const statesOfStep =
  <State extends string>(names: Catalogue<State>, present: State, asked: State): RefusalDetails =>
  (language) => ({ present: say(names, language, present), asked: say(names, language, asked) });

/**
 * The refusal of a mutation: a reason from a closed list, and a sentence for the person who reads it.
 * `name` is that of the GraphQL type; its reasons become the enum `<name>Reason`. Reasons that are `questions` ask about
 * what looks wrong and may be right: the mutation's input is `Confirmable` and passes them.
 */
export const refusalOf = <Reason extends string>(
  name: string,
  reasons: Readonly<Record<Reason, string>>,
  catalogue: Catalogue<NoInfer<Reason>>,
  questions: readonly NoInfer<Reason>[] = [],
) => {
  const reasonEnum = Object.fromEntries(Object.keys(reasons).map((key) => [key, key])) as Record<
    Reason,
    Reason
  >;
  registerEnum(reasonEnum, `${name}Reason`, `Why ${name} was given.`, withQuestions(reasons, questions));

  @ObjectType(name, { description: 'Why the change was not made; nothing was stored.' })
  class Refusal {
    @Field(() => reasonEnum, { description: 'The reason, stable for programs.' })
    reason!: Reason;

    /** What stands in the sentence besides the reason. */
    readonly details?: RefusalDetails;

    @Field(() => String, { description: 'The reason as a sentence, in the language of `Accept-Language`.' })
    message(@Ctx() { language }: { language: Language }): string {
      return say(catalogue, language, this.reason, this.details?.(language));
    }

    @Field(() => Boolean, {
      description: 'Whether it only asks: sending the same again with `confirmed: true` passes it.',
    })
    isQuestion(): boolean {
      return questions.includes(this.reason);
    }

    static of(reason: Reason, details?: RefusalDetails | undefined): Refusal {
      return Object.assign(new Refusal(), { reason, ...(details && { details }) });
    }
  }
  return Refusal;
};
