import { type RowFrom, rowOf } from '@relais/platform/database/rows.ts';
import { NEWS_COLUMNS, ofFollowed } from '@relais/platform/desk/news.queries.ts';
import type { SeenFilter } from '@relais/platform/sight/sight.ts';
import { z } from 'zod';
import { CareStepKind } from '../../history/care-history/care-step-kind.ts';

/** As it was kept: what each kind says of itself is for its sentence. */
const facts = z.record(z.string(), z.unknown());

export const CareNewsRow = rowOf({
  kind: ['item.kind', z.enum(CareStepKind)],
  ...NEWS_COLUMNS,
  facts: ['item.facts', facts],
  firstName: ['child.first_name', z.string().nullable()],
});
export type CareNewsRow = RowFrom<typeof CareNewsRow>;

export const CARE_NEWS_DETAILS = 'left join children child on child.id = item.child_id';

type AddValue = (value: unknown) => string;

/** Whose news: those of the whole city, of the families that somebody follows, or of the children whom centres receive. */
export type NewsOf = {
  readonly whose: 'CITY' | 'FOLLOWED' | 'CENTRES';
  readonly sub: string;
  readonly today: string;
  readonly care: SeenFilter;
  readonly centreIds: readonly string[];
  readonly kinds: readonly CareStepKind[];
};

/** Staff are told what becomes of bookings and of weekly care in their centres. */
const inCentres = ({ centreIds }: NewsOf, add: AddValue): string => {
  const mine = `any(${add(centreIds)}::uuid[])`;
  return `(
    exists (select from bookings booking where booking.id = step.subject_id and booking.centre_id = ${mine})
    or exists (select from placements placement join sections section on section.id = placement.section_id
      where placement.id = step.subject_id and section.centre_id = ${mine}))`;
};

/** What others did since then; one's own doing is no news. */
export const careNewsRows =
  (news: NewsOf) =>
  (since: string, add: AddValue): string => {
    const { whose, sub, care, kinds } = news;
    const seen = whose === 'CENTRES' ? inCentres(news, add) : care('step.family_id', add);
    return `
    select step.id, step.kind, step.subject_id, step.family_id, step.child_id, step.at, step.facts
    from care_steps step
    where step.at > ${since} and step.done_by <> ${add(sub)}
      and step.kind = any(${add(kinds)}::text[])
      ${whose === 'FOLLOWED' ? `and ${ofFollowed('step.family_id', news, ['TEAM', 'REFERRAL'], add)}` : ''} and ${seen}`;
  };
