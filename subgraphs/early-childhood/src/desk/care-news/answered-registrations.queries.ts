import { type RowFrom, rowOf } from '@relais/platform/database/rows.ts';
import { NEWS_COLUMNS } from '@relais/platform/desk/news.queries.ts';
import { z } from 'zod';

const ANSWERS = ['REGISTRATION_COMPLETED', 'REGISTRATION_REFUSED', 'REGISTRATION_LAPSED'] as const;
export type RegistrationAnswer = (typeof ANSWERS)[number];

export const AnsweredRow = rowOf({
  kind: ['item.kind', z.enum(ANSWERS)],
  ...NEWS_COLUMNS,
  familyName: ['item.family_name', z.string()],
  reason: ['item.reason', z.string().nullable()],
});
export type AnsweredRow = RowFrom<typeof AnsweredRow>;

/** What somebody took back themselves is no news to them. */
export const answeredRows =
  (sub: string) =>
  (since: string, add: (value: unknown) => string): string =>
    `
    select request.id, 'REGISTRATION_' || request.status as kind, request.id as subject_id, coalesce(request.family_id, request.id) as family_id,
      date_trunc('milliseconds', request.answered_at) as at, request.family_name, request.reason
    from registration_requests request
    where request.sent_by = ${add(sub)} and request.answered_at > ${since}
      and request.status in ('COMPLETED', 'REFUSED', 'LAPSED')`;
