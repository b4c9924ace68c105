import type { Transaction } from '@relais/platform/database/transaction.ts';
import { refusalOfCatalogue } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { keepStep } from '../job-search-steps/job-search-step.queries.ts';
import { knownAdult } from '../known-families/known-family.queries.ts';
import { meanings, sentences } from '../messages.ts';
import { addJobSeeker, jobSeekerWithId } from './job-seeker.queries.ts';
import { type FileProblem, fileProblem, isSameFile } from './job-seeker.rules.ts';
import { JobSeeker, StatisticalCategory } from './job-seeker.ts';

@InputType({
  description: 'The registration of an adult with the employment service, followed by the signed-in advisor.',
})
export class OpenJobSeekerFileInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id chosen by the client (UUID): sending it again is harmless.',
  })
  id?: string | null;

  @Field(() => ID, { description: 'The adult who registers.' })
  adultId!: string;

  @Field(() => Int, { description: 'The administrative category of France Travail, 1 to 10.' })
  category!: number;

  @Field(() => StatisticalCategory, { nullable: true, description: 'The statistical category, when known.' })
  statisticalCategory?: StatisticalCategory | null;

  @Field(() => String, {
    nullable: true,
    description: 'The trade sought: a letter from A to N and four digits.',
  })
  romeCode?: string | null;

  @Field(() => CivilDate, {
    nullable: true,
    description: 'The first day of the registration; today by default.',
  })
  registeredOn?: Temporal.PlainDate | null;
}

export const OpenJobSeekerFileRefusal = refusalOfCatalogue(
  'OpenJobSeekerFileRefusal',
  {
    UNKNOWN_ADULT: meanings.UNKNOWN_ADULT,
    ALREADY_REGISTERED: meanings.ALREADY_REGISTERED,
    CONFLICT: meanings.CONFLICT,
    CATEGORY_OUT_OF_RANGE: meanings.CATEGORY_OUT_OF_RANGE,
    MALFORMED_ROME_CODE: meanings.MALFORMED_ROME_CODE,
    REGISTERED_TOO_EARLY: meanings.REGISTERED_TOO_EARLY,
    REGISTERED_IN_THE_FUTURE: meanings.REGISTERED_IN_THE_FUTURE,
  },
  sentences,
);

@ObjectType({ description: 'The file that was opened, or why none was.' })
export class OpenJobSeekerFilePayload {
  @Field(() => JobSeeker, { nullable: true, description: 'The job seeker; absent when refused.' })
  jobSeeker?: JobSeeker;

  @Field(() => OpenJobSeekerFileRefusal, {
    nullable: true,
    description: 'Why nothing was stored; absent on success.',
  })
  refusal?: InstanceType<typeof OpenJobSeekerFileRefusal>;
}

type Result =
  | { jobSeeker: JobSeeker }
  | { refusal: 'UNKNOWN_ADULT' | 'ALREADY_REGISTERED' | 'CONFLICT' | FileProblem };

const newFile = (input: OpenJobSeekerFileInput, familyId: string, advisorId: string, now: Date): JobSeeker =>
  Object.assign(new JobSeeker(), {
    id: input.id ?? newId(),
    adultId: input.adultId,
    familyId,
    category: input.category,
    statisticalCategory: input.statisticalCategory ?? null,
    romeCode: input.romeCode ?? null,
    advisorId,
    registeredOn: input.registeredOn ?? dayOf(now),
    closedOn: null,
    closingReason: null,
    version: 1,
  });

const keepOpening = (tx: Transaction, { id, familyId, ...file }: JobSeeker, now: Date): Promise<void> =>
  keepStep(tx, {
    jobSeekerId: id,
    familyId,
    kind: 'FILE_OPENED',
    at: now,
    doneBy: file.advisorId,
    facts: { day: file.registeredOn.toString(), advisorId: file.advisorId, category: file.category },
  });

export const openJobSeekerFile = async (
  tx: Transaction,
  input: OpenJobSeekerFileInput,
  advisorId: string,
  now: Date,
): Promise<Result> => {
  const adult = await knownAdult(tx, input.adultId);
  if (!adult) return { refusal: 'UNKNOWN_ADULT' };

  const jobSeeker = newFile(input, adult.familyId, advisorId, now);
  const problem = fileProblem(jobSeeker, dayOf(now));
  if (problem) return { refusal: problem };
  if (await addJobSeeker(tx, jobSeeker)) {
    await keepOpening(tx, jobSeeker, now);
    return { jobSeeker };
  }

  const earlier = await jobSeekerWithId(tx, jobSeeker.id);
  if (!earlier) return { refusal: 'ALREADY_REGISTERED' };
  // Without a day in the request, the day of the first sending counts.
  const wanted = { ...jobSeeker, registeredOn: input.registeredOn ?? earlier.registeredOn };
  return isSameFile(earlier, wanted) ? { jobSeeker: earlier } : { refusal: 'CONFLICT' };
};
