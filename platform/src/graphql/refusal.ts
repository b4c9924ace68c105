// brings the metadata type-graphql needs, whichever record is loaded first
import 'typeorm';
import { Ctx, Field, InputType, ObjectType } from 'type-graphql';
import { type Catalogue, type Language, say } from '../messages.ts';
import { enumOfTable } from './enums.ts';
import { type Reason, type Reasons, type RefusalDetails, type Refused, sentenceOf } from './reasons.ts';

export type { RefusalDetails } from './reasons.ts';

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

/** An input whose mutation can be asked what it would do. */
@InputType()
export abstract class Previewable {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only show what it would answer; nothing is changed.',
  })
  preview!: boolean;
}

/** The two states of a step that is not possible: `{present}` and `{asked}` in its sentence. */
export const statesOfStep =
  <State extends string>(names: Catalogue<State>, present: State, asked: State): RefusalDetails =>
  (language) => ({ present: say(names, language, present), asked: say(names, language, asked) });

const describe = ({ en, meaning = en, isQuestion }: Reason): string =>
  isQuestion ? `${meaning} ${PASSED_BY_CONFIRMING}` : meaning;

/** A sentence that waits for its parameters explains nothing in the schema. */
class MeaningMissing extends Error {
  constructor(word: string, { en }: Reason) {
    super(`${word} needs a meaning: “${en}” has places for parameters.`);
  }
}

const described = (reason: Reason, word: string): string => {
  if (describe(reason).includes('{')) throw new MeaningMissing(word, reason);
  return describe(reason);
};

/** The GraphQL type `name` of a refusal for one of these reasons, whose words become the enum `<name>Reason`. */
export const refusalOf = <Word extends string>(name: string, reasons: Reasons<Word>) => {
  const reasonEnum = enumOfTable(`${name}Reason`, `Why ${name} was given.`, reasons, described);

  @ObjectType(name, { description: 'Why the change was not made; nothing was stored.' })
  class Refusal {
    @Field(() => reasonEnum, { description: 'The reason, stable for programs.' })
    reason!: Word;

    /** What stands in the sentence besides the reason. */
    readonly details?: RefusalDetails;

    @Field(() => String, { description: 'The reason as a sentence, in the language of `Accept-Language`.' })
    message(@Ctx() { language }: { language: Language }): string {
      return sentenceOf(reasons[this.reason], language, this.details);
    }

    @Field(() => Boolean, {
      description: 'Whether it only asks: sending the same again with `confirmed: true` passes it.',
    })
    isQuestion(): boolean {
      return reasons[this.reason].isQuestion ?? false;
    }

    static of(reason: Word, details?: RefusalDetails): Refusal {
      return Object.assign(new Refusal(), { reason, ...(details && { details }) });
    }
  }
  return Refusal;
};

type Fields<Payload> = Omit<Payload, 'refusal'>;

/**
 * What the payload of the mutation `<name>` extends: it brings `refusal`, and `of` makes the answer of an action into the
 * payload. Lists start empty in the class (`= []`), since a refusal brings none.
 */
export const payloadOf = <Word extends string>(name: string, reasons: Reasons<Word>, whenRefused: string) => {
  const Refusal = refusalOf(`${name}Refusal`, reasons);

  @ObjectType()
  abstract class Payload {
    @Field(() => Refusal, { nullable: true, description: whenRefused })
    refusal?: InstanceType<typeof Refusal>;

    static of<Answer extends Payload>(
      this: new () => Answer,
      result: (Fields<Answer> & { readonly refusal?: never }) | (Partial<Fields<Answer>> & Refused<Word>),
    ): Answer {
      const payload = new this();
      if (!result.refusal) return Object.assign(payload, result);
      const { refusal, details, ...others } = result as Partial<Fields<Answer>> & Refused<Word>;
      return Object.assign(payload, others, { refusal: Refusal.of(refusal, details) });
    }
  }
  return Payload;
};
