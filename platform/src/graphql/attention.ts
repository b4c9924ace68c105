import { Directive, Field, ID, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { partId } from '../ids.ts';
import { DateTime } from './scalars.ts';

/** What needs somebody for a family, as one agency tells it: all agencies answer this one shape. */
@Directive('@shareable')
@ObjectType({
  description: 'Something about a family that needs somebody, as the agency that looks after it tells it.',
})
export class AttentionItem {
  @Field(() => ID, {
    description:
      'The same matter keeps it while it lasts: a UUID. A milestone that lacks care has one for all agencies: what several tell of it is one alert.',
  })
  id!: string;

  @Field(() => String, { description: 'What it is, stable for programs; each agency has its own kinds.' })
  kind!: string;

  @Field(() => ID, {
    description: 'The id of what it is about: a milestone, a booking, a task…, as the kind says.',
  })
  subjectId!: string;

  @Field(() => DateTime, {
    description:
      'When it happens or, of what lasts, since when; what has only a day is told at its midnight.',
  })
  at!: Date;

  @Field(() => String, { description: 'What it is, as a sentence in the language of `Accept-Language`.' })
  sentence!: string;
}

/** The list stays short. */
export const MOST_OF_A_KIND = 20;

/** A matter before it is told; `part` tells several of one kind and subject apart. */
export type Attention<Kind extends string> = Pick<AttentionItem, 'subjectId' | 'at'> & {
  readonly kind: Kind;
  readonly part?: string;
  /** What several agencies tell of the same subject, each as it knows it, is one matter. */
  readonly one?: 'MILESTONE_WITHOUT_CARE';
};

const byTime = (one: AttentionItem, other: AttentionItem): number =>
  one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1);

const firstOfEachKind = (items: readonly AttentionItem[]): AttentionItem[] => {
  const counts = new Map<string, number>();
  return items.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MOST_OF_A_KIND;
  });
};

/** The list as it is answered, earliest first. Two agencies that tell of the same thing tell two matters, unless it is one for all. */
export const attentionItems = <Matter extends Attention<string>>(
  agency: string,
  matters: readonly Matter[],
  sentenceOf: (matter: Matter) => string,
): AttentionItem[] => {
  const items = matters.map((matter) => {
    const { kind, subjectId, at, part = '', one } = matter;
    const id = partId(subjectId, one ?? `${agency} ${kind} ${part}`);
    return { id, kind, subjectId, at, sentence: sentenceOf(matter) };
  });
  return firstOfEachKind(items.sort(byTime));
};
