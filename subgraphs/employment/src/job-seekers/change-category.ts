import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Change } from '../context.ts';
import { changeFile, FileVersion } from './change-file.ts';
import { fileMeanings, fileSentences } from './job-seeker.messages.ts';
import { categoryProblem } from './job-seeker.rules.ts';
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

const { UNKNOWN_JOB_SEEKER, STALE_VERSION, FILE_CLOSED, CATEGORY_OUT_OF_RANGE, SAME_CATEGORY } = fileMeanings;

export const ChangeJobSeekerCategoryRefusal = refusalOfCatalogue(
  'ChangeJobSeekerCategoryRefusal',
  { UNKNOWN_JOB_SEEKER, STALE_VERSION, FILE_CLOSED, CATEGORY_OUT_OF_RANGE, SAME_CATEGORY },
  fileSentences,
);

@ObjectType({ description: 'The file in its new category, or why it stays as it is.' })
export class ChangeJobSeekerCategoryPayload {
  @Field(() => JobSeeker, { nullable: true, description: 'The job seeker; absent when refused.' })
  jobSeeker?: JobSeeker;

  @Field(() => ChangeJobSeekerCategoryRefusal, {
    nullable: true,
    description: 'Why nothing changed; absent on success.',
  })
  refusal?: InstanceType<typeof ChangeJobSeekerCategoryRefusal>;
}

export const changeCategory = (tx: Transaction, input: ChangeJobSeekerCategoryInput, change: Change) =>
  changeFile(tx, input, change, (file) => {
    const { category, statisticalCategory = null } = input;
    const problem = categoryProblem(file, { category, statisticalCategory });
    if (problem) return { problem };
    return { changes: { category, statisticalCategory }, kind: 'CATEGORY_CHANGED', facts: { category } };
  });
