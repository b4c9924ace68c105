import type { ActingUser } from '@relais/platform/acting.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { changeFile, FileVersion } from './job-seeker.changes.ts';
import { changeCategoryReasons } from './job-seeker.reasons.ts';
import { categoryRefusal } from './job-seeker.rules.ts';
import { JobSeeker, StatisticalCategory } from './job-seeker.ts';

@InputType({ description: 'Another category for a job seeker you follow.' })
export class ChangeJobSeekerCategoryInput extends FileVersion {
  @Field(() => Int, { description: 'The administrative category of France Travail, 1 to 10.' })
  category!: number;

  @Field(() => StatisticalCategory, {
    nullable: true,
    description: 'The statistical category that goes with it; unknown when left out.',
  })
  statisticalCategory?: StatisticalCategory | null;
}

@ObjectType({ description: 'The file in its new category, or why it stays as it is.' })
export class ChangeJobSeekerCategoryPayload extends payloadOf(
  'ChangeJobSeekerCategory',
  changeCategoryReasons,
  'Why nothing changed; absent on success.',
) {
  @Field(() => JobSeeker, { nullable: true, description: 'The job seeker; absent when refused.' })
  jobSeeker?: JobSeeker;
}

export const changeCategory = (tx: Transaction, input: ChangeJobSeekerCategoryInput, acting: ActingUser) =>
  changeFile(tx, input, acting, (file) => {
    const { category, statisticalCategory = null } = input;
    const refusal = categoryRefusal(file, { category, statisticalCategory });
    if (refusal) return { refusal };
    return { changes: { category, statisticalCategory }, kind: 'CATEGORY_CHANGED', facts: { category } };
  });
