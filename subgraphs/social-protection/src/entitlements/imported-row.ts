import { enumOf } from '@relais/platform/graphql/enums.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { refusalOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { importReasons } from './entitlement.reasons.ts';
import { State } from './entitlement-status.ts';
import { InformationSource } from './information-source.ts';
import { Scheme } from './scheme.ts';

@InputType({ description: 'What a source says of one benefit: a row of its monthly file.' })
export class EntitlementRowInput {
  @Field(() => String, { description: 'The readable reference of the family.' })
  familyReference!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The adult who holds it. Absent: the one holder that this source has on record, else the family as a whole.',
  })
  adultId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The child for whom it is due, where the source knows it. Absent: that of the benefit on record with this number.',
  })
  childId?: string | null;

  @Field(() => Scheme, { description: 'Which benefit.' })
  scheme!: Scheme;

  @Field(() => InformationSource, { description: 'Who says so.' })
  source!: InformationSource;

  @Field(() => String, {
    nullable: true,
    description: 'The number the source gives the benefit; needed for those due per child (ASF, AEEH, CMG).',
  })
  sourceNumber?: string | null;

  @Field(() => State, { description: 'Its state.' })
  state!: State;

  @Field(() => Int, {
    nullable: true,
    description:
      'Euro cents per month, when open or suspended and known. Absent: the amount on record stays.',
  })
  monthlyAmountCents?: number | null;

  @Field(() => CivilDate, { description: 'First day of that state, today at the latest.' })
  from!: Temporal.PlainDate;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the reason, when an RSA is suspended or closed.',
  })
  reason?: string | null;

  @Field(() => CivilDate, {
    description:
      'The day of which this is true, as a rule that of the file; the fresher of two sources counts.',
  })
  statedOn!: Temporal.PlainDate;
}

export const ImportOutcome = enumOf('ImportOutcome', 'What became of a row of a bulk update.', {
  TAKEN: 'A benefit or a state was put on record.',
  UNCHANGED: 'It was on record already; at most it is fresher now.',
  REFUSED: 'Nothing of it was stored; the reason is given.',
});
export type ImportOutcome = keyof typeof ImportOutcome;

export const ImportRowRefusal = refusalOf('ImportRowRefusal', importReasons);

@ObjectType({ description: 'What became of one row of a bulk update.' })
export class ImportedRow {
  @Field(() => Int, { description: 'Its place among the rows sent, from 0.' })
  index!: number;

  @Field(() => ImportOutcome, { description: 'What became of it.' })
  outcome!: ImportOutcome;

  @Field(() => ID, { nullable: true, description: 'The entitlement it speaks of; absent when refused.' })
  entitlementId!: string | null;

  @Field(() => ImportRowRefusal, { nullable: true, description: 'Why it was refused.' })
  refusal!: InstanceType<typeof ImportRowRefusal> | null;
}

/** A batch is one short transaction, far within the limits of a request. */
export const MOST_ROWS = 500;

@InputType({ description: 'Rows of a monthly file.' })
export class ImportEntitlementsInput {
  @Field(() => [EntitlementRowInput], {
    description: `The rows, in the order of the file; ${MOST_ROWS} at most.`,
  })
  rows!: EntitlementRowInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Only tells what would become of the rows: nothing is stored, and what would be new has no `entitlementId`.',
  })
  preview!: boolean;
}

@ObjectType({ description: 'What became of the rows. Sending them again changes nothing.' })
export class ImportEntitlementsPayload {
  @Field(() => Int, { description: 'How many put something on record.' })
  takenCount!: number;

  @Field(() => Int, { description: 'How many were on record already.' })
  unchangedCount!: number;

  @Field(() => Int, { description: 'How many were refused.' })
  refusedCount!: number;

  @ListSize(500)
  @Field(() => [ImportedRow], { description: 'Each row, in the order sent.' })
  rows!: ImportedRow[];
}
