import type { ActingUser } from '@relais/platform/acting.ts';
import { sentBefore, storeUnlessTaken } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import { NOT_YET_TOLD, tellNow } from '@relais/platform/events/tell-now.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { newId } from '@relais/platform/ids.ts';
import { knownAdult } from '@relais/platform/known-families/known-family.queries.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { recordStep } from '../job-search-steps/job-search-step.queries.ts';
import type { Permission } from '../permissions.ts';
import { openReasons } from './job-seeker.reasons.ts';
import { fileRefusal, isSameFile } from './job-seeker.rules.ts';
import { JobSeeker, StatisticalCategory } from './job-seeker.ts';
import { tellFollowers } from './who-follows.ts';

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

@ObjectType({ description: 'The file that was opened, or why none was.' })
export class OpenJobSeekerFilePayload extends payloadOf(
  'OpenJobSeekerFile',
  openReasons,
  'Why nothing was stored; absent on success.',
) {
  @Field(() => JobSeeker, { nullable: true, description: 'The job seeker; absent when refused.' })
  jobSeeker?: JobSeeker;

  @ListSize(2)
  @Field(() => [String], { description: NOT_YET_TOLD })
  notYetTold: string[] = [];
}

type Result = { jobSeeker: JobSeeker } | Refused<Word<typeof openReasons>>;

type FollowedFile = JobSeeker & { readonly advisorId: string };

const newFile = (
  input: OpenJobSeekerFileInput,
  familyId: string,
  advisorId: string,
  now: Date,
): FollowedFile =>
  Object.assign(new JobSeeker(), {
    id: input.id ?? newId(),
    adultId: input.adultId,
    familyId,
    category: input.category,
    statisticalCategory: input.statisticalCategory ?? null,
    romeCode: input.romeCode ?? null,
    advisorId,
    deskAgency: null,
    deskSince: null,
    registeredOn: input.registeredOn ?? dayOf(now),
    closedOn: null,
    closingReason: null,
    version: 1,
  });

const recordOpeningStep = (
  tx: Transaction,
  { id, familyId, ...file }: FollowedFile,
  now: Date,
): Promise<void> =>
  recordStep(tx, {
    jobSeekerId: id,
    familyId,
    kind: 'FILE_OPENED',
    at: now,
    doneBy: file.advisorId,
    facts: { day: file.registeredOn.toString(), advisorId: file.advisorId, category: file.category },
  });

/** Whoever does not see the family is answered as for somebody unknown. */
const hindranceOf = async (
  tx: Transaction,
  familyId: string,
  sight: ActingUser['sight'],
): Promise<'UNKNOWN_ADULT' | 'FAMILY_OBJECTS' | 'REFERRAL_NOT_ACCEPTED' | null> => {
  if (await sight.allows(tx, 'job-seeker:open' satisfies Permission, [familyId])) return null;
  const denial = await sight.whyNot(tx, 'job-seeker:open' satisfies Permission, [familyId]);
  if (denial?.because === 'OBJECTION') return 'FAMILY_OBJECTS';
  const isSeen = await sight.allows(tx, 'family:see' satisfies Permission, [familyId]);
  return isSeen ? 'REFERRAL_NOT_ACCEPTED' : 'UNKNOWN_ADULT';
};

export const openJobSeekerFile = async (
  tx: Transaction,
  input: OpenJobSeekerFileInput,
  { user, now, sight }: ActingUser,
): Promise<Result> => {
  const adult = await knownAdult(tx, input.adultId);
  if (!adult) return { refusal: 'UNKNOWN_ADULT' };
  const hindrance = await hindranceOf(tx, adult.familyId, sight);
  if (hindrance) return { refusal: hindrance };

  const jobSeeker = newFile(input, adult.familyId, user.sub, now);
  const refusal = fileRefusal(jobSeeker, dayOf(now));
  if (refusal) return { refusal };
  if (await storeUnlessTaken(tx, JobSeeker, jobSeeker)) {
    await recordOpeningStep(tx, jobSeeker, now);
    await tellFollowers(tx, jobSeeker.familyId, now);
    return { jobSeeker };
  }

  // Without a day in the request, the day of the first sending counts.
  const sent = await sentBefore(tx, JobSeeker, jobSeeker.id, (earlier) =>
    isSameFile(earlier, { ...jobSeeker, registeredOn: input.registeredOn ?? earlier.registeredOn }),
  );
  if (sent === 'CONFLICT') return { refusal: sent };
  if (!sent) return { refusal: 'ALREADY_REGISTERED' };
  await tellNow(tx, sent.familyId);
  return { jobSeeker: sent };
};
