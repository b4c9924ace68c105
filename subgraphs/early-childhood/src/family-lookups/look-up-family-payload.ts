import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { type Language, say } from '@relais/platform/messages.ts';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { lookupMessages, nextStepMessages } from './family-lookup.messages.ts';
import { type LookUpFamilyRefusalReason, MOST_LOOKUPS_PER_HOUR } from './family-lookup.rules.ts';

export const LookUpFamilyRefusal = refusalOfCatalogue<LookUpFamilyRefusalReason>(
  'LookUpFamilyRefusal',
  {
    NAME_MISSING: 'The surname is blank.',
    BIRTH_DATE_NOT_PLAUSIBLE: 'No minor child can have been born, or be expected, on this day.',
    TOO_MANY_LOOKUPS: `The asker was answered ${MOST_LOOKUPS_PER_HOUR} times within the hour; the auditor sees it.`,
  },
  lookupMessages,
);

@ObjectType({ description: 'Whether a family has a file; nothing of the file itself.' })
export class LookedUpFamily {
  @Field(() => Boolean, { description: 'A file of this surname and birth date exists.' })
  exists!: boolean;

  @Field(() => String, { description: 'How to go on, in the language of `Accept-Language`.' })
  nextStep(@Ctx() { language }: { language: Language }): string {
    return say(nextStepMessages, language, this.exists ? 'EXISTS' : 'NONE');
  }

  static of(exists: boolean): LookedUpFamily {
    return Object.assign(new LookedUpFamily(), { exists });
  }
}

@ObjectType({ description: 'The answer to a lookup, or why there is none.' })
export class LookUpFamilyPayload {
  @Field(() => LookedUpFamily, { nullable: true, description: 'The answer; absent when refused.' })
  lookup?: LookedUpFamily;

  @Field(() => LookUpFamilyRefusal, {
    nullable: true,
    description: 'Why nothing was looked up; absent when it was.',
  })
  refusal?: InstanceType<typeof LookUpFamilyRefusal>;
}
