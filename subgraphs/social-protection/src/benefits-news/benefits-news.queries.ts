import { type RowFrom, rowOf } from '@relais/platform/database/rows.ts';
import { NEWS_COLUMNS } from '@relais/platform/desk/news.queries.ts';
import { z } from 'zod';
import { Scheme } from '../entitlements/scheme.ts';
import { InformationSubject } from '../information-given/information-subject.ts';
import { ReferralTarget } from '../referrals/referral.ts';
import { BenefitsNewsKind } from './benefits-news-kind.ts';
import { type NewsOf, newsTexts } from './benefits-news-texts.queries.ts';

/** What a kind says of itself beside who and when. */
const facts = z.object({
  scheme: z.enum(Scheme).optional(),
  reason: z.string().nullable().optional(),
  year: z.int().optional(),
  title: z.string().optional(),
  target: z.enum(ReferralTarget).optional(),
  sentAt: z.string().optional(),
  subjects: z.array(z.enum(InformationSubject)).optional(),
});

export const BenefitsNewsRow = rowOf({
  kind: ['item.kind', z.enum(BenefitsNewsKind)],
  ...NEWS_COLUMNS,
  facts: ['item.facts', facts],
  /** Whom it is about, or who did it. */
  person: ['coalesce(person.name, item.person_sub)', z.string().nullable()],
  /** Who follows in their place, sent it, or is asked. */
  other: ['coalesce(other.name, item.other_sub)', z.string().nullable()],
  reference: ['family.reference', z.string().nullable()],
});
export type BenefitsNewsRow = RowFrom<typeof BenefitsNewsRow>;

export const BENEFITS_NEWS_DETAILS = `
  left join professionals person on person.sub = item.person_sub
  left join professionals other on other.sub = item.other_sub
  left join known_families family on family.id = item.family_id`;

/**
 * What others did since then; one's own doing is no news. Whoever does not see the family, as one who asked to follow it, is not told
 * whose file it is.
 */
export const benefitsNewsRows =
  (news: NewsOf) =>
  (since: string, add: (value: unknown) => string): string => {
    const kinds = newsTexts(news, since, add).join(' union all ');
    const isSeen = news.seen('family:see')('told.family_id', add);
    return `
    select told.id, told.kind, told.subject_id, case when ${isSeen} then told.family_id end as family_id, date_trunc('milliseconds', told.happened_at) as at,
      told.facts, told.person_sub, told.other_sub
    from (${kinds}) told`;
  };
