import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { DateTime } from '@relais/platform/graphql/scalars.ts';
import type { Language } from '@relais/platform/messages.ts';
import type { Sight } from '@relais/platform/sight/sight.ts';
import { Ctx, Field, Float, ObjectType } from 'type-graphql';
import { CareOptionReason } from '../../care/place-explanations/place-reason.ts';
import { type Statement, sentenceOf } from '../../care/place-explanations/statement.ts';
import { CareKind } from '../../centres/centres/care-kind.ts';
import { Section } from '../../centres/centres/section.ts';
import type { Permission } from '../../permissions.ts';
import { CareMissReason, type MissReason } from './care-miss-reason.ts';
import { missSentences } from './care-options.messages.ts';
import type { MissKey } from './care-options.rules.ts';

type Reader = { readonly language: Language; readonly sight: Sight };

@ObjectType({ description: 'A section that can take the child, and why (proposition).' })
export class CareOption {
  @Field(() => Section, { description: 'The section.' })
  section!: Section;

  @Field(() => CareKind, { description: 'The kind of care.' })
  kind!: CareKind;

  @Field(() => DateTime, { description: 'When it can take the child from, on the half-hour.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'Until when it can take the child, on the half-hour.' })
  endsAt!: Date;

  @Field(() => Boolean, { description: 'It fits the whole of the time needed, not only a part.' })
  isWholeTime!: boolean;

  @Field(() => Float, { description: 'Sum of what the criteria contribute, 0 to 100.' })
  score!: number;

  @ListSize(7)
  @Field(() => [CareOptionReason], { description: 'Every criterion, whether it contributed or not.' })
  reasons!: CareOptionReason[];
}

/** From the day on which a child is old enough its birth date follows. */
const withoutDayOfAge = (told: Statement<MissKey>): Statement<MissKey> => {
  if (told.key !== 'CHILD_TOO_YOUNG' && told.key !== 'TOO_YOUNG_AS_EXPECTED') return told;
  const { day: _day, ...parameters } = told.parameters ?? {};
  return { ...told, parameters };
};

@ObjectType({ description: 'One thing that keeps a section from being an option.' })
export class CareMissObstacle {
  @Field(() => CareMissReason, { description: 'The reason, stable for programs.' })
  reason!: MissReason;

  readonly told!: Statement<MissKey>;

  @Field(() => String, {
    description: 'What would make the section fit, in the language of `Accept-Language`.',
  })
  sentence(@Ctx() { language, sight }: Reader): string {
    return sentenceOf(
      missSentences,
      sight.mayEver('family:details' satisfies Permission) ? this.told : withoutDayOfAge(this.told),
      language,
    );
  }
}

@ObjectType({ description: 'A section that nearly is an option.' })
export class CareMiss {
  @Field(() => Section, { description: 'The section.' })
  section!: Section;

  @ListSize(2)
  @Field(() => [CareMissObstacle], { description: 'All that stands in the way.' })
  obstacles!: CareMissObstacle[];
}

@ObjectType({ description: 'Where a child can be looked after for a stretch of time.' })
export class CareOptions {
  @Field(() => DateTime, { description: 'Start of the need, rounded to the half-hour before.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'End of the need, rounded to the half-hour after.' })
  endsAt!: Date;

  @ListSize(5)
  @Field(() => [CareOption], {
    description: 'Best first: those that fit the whole time, then those that fit a part of it.',
  })
  options!: CareOption[];

  @ListSize(5)
  @Field(() => [CareMiss], {
    description:
      'When nothing fits the whole time: what stands in the way elsewhere, one section of each centre, what can be changed first.',
  })
  nearestMisses!: CareMiss[];
}
