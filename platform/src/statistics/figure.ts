import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { countShown, type ShownCounts } from './secrecy.rules.ts';

const SECRECY =
  'Fewer than 5, and what would reveal them by subtraction, are withheld (statistical secrecy).';

@Directive('@shareable')
@ObjectType({ description: `A number of a report. ${SECRECY}` })
export class Figure {
  @Field(() => Int, {
    nullable: true,
    description: 'The number; absent when it is withheld, never when it is 0.',
  })
  value!: number | null;

  @Field(() => Boolean, { description: 'The number exists and is not given. It may be 0.' })
  isWithheld!: boolean;
}

@Directive('@shareable')
@ObjectType({ description: 'How many of how many. No share is given without both numbers.' })
export class Share {
  @Field(() => Figure, { description: 'How many.' })
  numerator!: Figure;

  @Field(() => Figure, { description: 'Of how many.' })
  denominator!: Figure;
}

/** What is shown of a count, of one area or of the city. */
export const figureOf = (shown: ShownCounts, area: string | null): Figure => {
  const value = countShown(shown, area);
  return { value, isWithheld: value === null };
};

export const shareOf = (part: ShownCounts, whole: ShownCounts, area: string | null): Share => ({
  numerator: figureOf(part, area),
  denominator: figureOf(whole, area),
});
