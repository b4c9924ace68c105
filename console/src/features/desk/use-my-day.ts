import { AtMyBenefitsDesk } from '../../graph/asked/at-my-benefits-desk.ts';
import { AtMyCareDesk } from '../../graph/asked/at-my-care-desk.ts';
import { AtMyJobSearchDesk } from '../../graph/asked/at-my-job-search-desk.ts';
import { type Answer, type Known, known } from '../../graph/known.rules.ts';
import type { Role } from '../../graph/session.ts';
import { useAnswer } from '../../graph/use-answer.ts';
import { type Desk, desksOf, type MyDay, myDayOf } from './desk.rules.ts';

type Asked<Data> = { readonly data: Answer<Data> | undefined; readonly error: unknown };

/** A desk that could not be asked at all is away. */
const partOf = <Data, Page>(
  { data, error }: Asked<Data>,
  field: string,
  pageOf: (data: Data) => Page | null,
): Known<Page> | undefined => {
  if (data) return known(data, [field], pageOf(data.data));
  return error ? { is: 'away' } : undefined;
};

export type Day = {
  readonly day: MyDay | undefined;
  readonly away: readonly Desk[];
  readonly askedAt: number;
  readonly isFetching: boolean;
  readonly refetch: () => void;
};

/** What waits at the desks of a role, each asked for by itself: one that is away keeps the others from nothing. */
export const useMyDay = (role: Role): Day => {
  const mine = desksOf(role);
  const isMine = (desk: Desk) => ({ isWanted: mine.includes(desk) });
  const care = useAnswer(AtMyCareDesk, {}, isMine('care'));
  const benefits = useAnswer(AtMyBenefitsDesk, {}, isMine('benefits'));
  const jobSearch = useAnswer(AtMyJobSearchDesk, {}, isMine('jobSearch'));
  const asked = { care, benefits, jobSearch };
  const parts = {
    care: partOf(care, 'careDesk', (data) => data.careDesk),
    benefits: partOf(benefits, 'benefitsDesk', (data) => data.benefitsDesk),
    jobSearch: partOf(jobSearch, 'jobSearchDesk', (data) => data.jobSearchDesk),
  };
  const known = mine.flatMap((desk) => parts[desk] ?? []);
  return {
    day: known.length === mine.length ? myDayOf(known) : undefined,
    away: mine.filter((desk) => parts[desk]?.is === 'away'),
    askedAt: Math.min(...mine.map((desk) => asked[desk].data?.askedAt ?? Date.now())),
    isFetching: mine.some((desk) => asked[desk].isFetching),
    refetch: () => {
      for (const desk of mine) void asked[desk].refetch();
    },
  };
};
