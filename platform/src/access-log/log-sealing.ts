import { Directive, Field, Int, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { ListSize } from '../graphql/list-size.ts';
import { DateTime } from '../graphql/scalars.ts';

@Directive('@shareable')
@ObjectType({
  description: 'A seal of an access log: a digest of a batch of its rows, and of all seals before it.',
})
export class LogSeal {
  @Field(() => Int, { description: 'The seals are numbered from 1 on, without a gap.' })
  number!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  sealedAt!: Date;

  @Field(() => String, { description: 'SHA-256 of it and of the head before it, in hexadecimal signs.' })
  head!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'What an agency keeps of the log of another: the newest head that it was told.' })
export class KeptLogHead {
  @Field(() => String, {
    description: 'Whose log it is of: `early-childhood`, `social-protection` or `employment`.',
  })
  source!: string;

  @Field(() => Int, { description: 'The number of the seal.' })
  number!: number;

  @Field(() => String, { description: 'Its head, as it was told.' })
  head!: string;

  @Field(() => DateTime, { description: 'When it was told.' })
  toldAt!: Date;

  @Field(() => Boolean, {
    description:
      'Whether two different heads of one seal were told, of this seal or of one before: the log was written anew.',
  })
  isContradicted!: boolean;
}

@Directive('@shareable')
@ObjectType({
  description:
    'How far the access log of an agency is sealed, and what it keeps of the others. Whether each row is as it was sealed is found by `npm run audit:verify`, outside of the databases.',
})
export class LogSealing {
  @Field(() => Int, { description: 'How many seals there are.' })
  seals!: number;

  @Field(() => Int, { description: 'How many rows no seal covers yet; every five minutes they are sealed.' })
  unsealedRows!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the first of them was written; absent when there is none.',
  })
  unsealedSince!: Date | null;

  @ListSize(12)
  @Field(() => [String], {
    description: 'The months that were let go as a whole, `2026-03`; their seals stay.',
  })
  monthsLetGo!: string[];

  @ListSize(20)
  @Field(() => [LogSeal], { description: 'The newest seals, 20 at most, the newest first.' })
  newest!: LogSeal[];

  @ListSize(2)
  @Field(() => [KeptLogHead], { description: 'What it keeps of the logs of the other agencies.' })
  kept!: KeptLogHead[];
}
