import type { ActingSeer } from '@relais/platform/acting.ts';
import { store } from '@relais/platform/database/store.ts';
import type { Transaction } from '@relais/platform/database/transaction.ts';
import type { Refused, Word } from '@relais/platform/graphql/reasons.ts';
import { payloadOf } from '@relais/platform/graphql/refusal.ts';
import { scheduleJob } from '@relais/platform/jobs/schedule-job.ts';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { lockRequestFor } from './care-request.queries.ts';
import { noticeReasons } from './care-request.reasons.ts';
import { CareRequest } from './care-request.ts';
import { lapseAt, noticeRefusal } from './confirmation.rules.ts';
import { LAPSE_REQUEST } from './lapse-request.ts';
import { recordRequestStep } from './step-request.ts';

@InputType({ description: 'A family that was asked in writing whether it needs the care still.' })
export class RecordRequestNoticeInput {
  @Field(() => ID, { description: 'The request.' })
  careRequestId!: string;

  @Field(() => Int, { description: 'Its version when it was read.' })
  version!: number;
}

@ObjectType({ description: 'The request with its notice, or why that was not noted.' })
export class RecordRequestNoticePayload extends payloadOf(
  'RecordRequestNotice',
  noticeReasons,
  'Why nothing was noted; absent when it was.',
) {
  @Field(() => CareRequest, {
    nullable: true,
    description:
      'The request, with the day on which it lapses unless the family answers; absent when refused.',
  })
  careRequest?: CareRequest;
}

type Result = { readonly careRequest: CareRequest } | Refused<Word<typeof noticeReasons>>;

/** Notes that the family was asked: without an answer the request lapses thirty days later, and never without this. */
export const recordRequestNotice = async (
  tx: Transaction,
  { careRequestId, version }: RecordRequestNoticeInput,
  acting: ActingSeer,
): Promise<Result> => {
  const { now } = acting;
  const careRequest = await lockRequestFor(tx, careRequestId, acting, 'care-request:write');
  if (!careRequest) return { refusal: 'UNKNOWN_CARE_REQUEST' };
  const refusal = noticeRefusal(careRequest, version, now);
  if (refusal) return { refusal };

  const asked = await store(tx, CareRequest, careRequest, { noticeSentAt: now });
  await recordRequestStep(tx, asked, 'CARE_REQUEST_NOTICE', acting);
  const runAt = lapseAt(asked) ?? now;
  await scheduleJob(tx, LAPSE_REQUEST, { careRequestId }, { runAt, key: careRequestId });
  return { careRequest: asked };
};
