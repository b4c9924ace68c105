import { Directive, Field, Int, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import type { Counting, quarterLoaders } from './closed-quarters.ts';
import { correctedTable, type FigureTable, type ShownTable, shownTable } from './figures.rules.ts';
import type { Quarter } from './quarter.rules.ts';
import { countShown } from './secrecy.rules.ts';

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

  readonly correct: () => Promise<number | null>;

  constructor(value: number | null, correct: () => Promise<number | null>) {
    this.value = value;
    this.isWithheld = value === null;
    this.correct = correct;
  }

  @Field(() => Int, {
    nullable: true,
    description:
      'What the same count gives today, beside the closed number that stays. Absent while the quarter is provisional, and when fewer than 5 families or people stand behind the difference, be it none.',
  })
  correctedSince(): Promise<number | null> {
    return this.correct();
  }
}

@Directive('@shareable')
@ObjectType({ description: 'How many of how many. No share is given without both numbers.' })
export class Share {
  @Field(() => Figure, { description: 'How many.' })
  numerator!: Figure;

  @Field(() => Figure, { description: 'Of how many.' })
  denominator!: Figure;
}

/** The numbers of a report as they may be shown, and as they would be today. */
export type ReportFigures<Name extends string> = {
  readonly shown: ShownTable<Name>;
  /** `null` where nothing is closed, or was closed by other rules. */
  readonly corrected: () => Promise<ShownTable<Name> | null>;
};

type QuarterLoaders<Counts> = ReturnType<typeof quarterLoaders<Counts>>;

/** The numbers of a quarter; they are counted anew only when somebody asks what was corrected. */
export const quarterFigures = async <Counts, Name extends string>(
  quarter: Quarter,
  { quarterCounts, quarterRecounts }: QuarterLoaders<Counts>,
  { version }: Counting<Counts>,
  tableOf: (counts: Counts) => FigureTable<Name>,
): Promise<ReportFigures<Name>> => {
  const { counts, closed } = await quarterCounts.load(quarter);
  const published = tableOf(counts);
  const corrected = async () =>
    closed?.rulesVersion === version
      ? correctedTable(published, tableOf(await quarterRecounts.load(quarter)))
      : null;
  return { shown: shownTable(published), corrected };
};

/** What is shown of a number, of one area or of the city. */
export const figureOf = <Name extends string>(
  { shown, corrected }: ReportFigures<Name>,
  name: Name,
  area: string | null,
): Figure =>
  new Figure(countShown(shown[name], area), async () => {
    const table = await corrected();
    return table && countShown(table[name], area);
  });

export const shareOf = <Name extends string>(
  figures: ReportFigures<Name>,
  part: Name,
  whole: Name,
  area: string | null,
): Share => ({
  numerator: figureOf(figures, part, area),
  denominator: figureOf(figures, whole, area),
});
