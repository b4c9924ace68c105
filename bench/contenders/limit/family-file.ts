import type { Temporal } from 'temporal-polyfill';
import type { Asking } from './asking.ts';
import { type BenefitsRow, toldBenefits } from './benefits.ts';
import { benefitsStatement, careStatement, coverStatement, jobsStatement } from './family-file-sql.ts';
import { type CoverRow, type FamilyParts, joinFamily } from './join-family.ts';
import type { Lanes } from './lanes.ts';
import { byReader } from './sight-sql.ts';

export type FamilyFileQuestion = {
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  readonly today: Temporal.PlainDate;
};

const statementsFor = byReader('file', {
  care: careStatement,
  cover: coverStatement,
  jobs: jobsStatement,
  benefits: benefitsStatement,
});

/** Each in one statement, which writes down who saw the family as well. */
export const partsOf = (
  lanes: Lanes,
  asking: Asking,
  { reference, from, to, today }: FamilyFileQuestion,
): FamilyParts => {
  const { care, jobs, benefits, cover } = statementsFor(asking.user);
  const { asker, values, log } = asking;
  const first = async <Row>(rows: Promise<readonly unknown[]>): Promise<Row | undefined> =>
    (await rows)[0] as Row | undefined;
  return {
    care: () => first(lanes['early-childhood'].ask(asker, care, [...values, reference, from, to])),
    jobs: () => first(lanes.employment.ask(asker, jobs, [...values, ...log, reference])),
    benefits: async () => {
      const stated = lanes['social-protection'].ask(asker, benefits, [...values, ...log, reference]);
      return toldBenefits(await first<BenefitsRow>(stated), asking.today, today);
    },
    covers: async (familyId, milestones) =>
      (await lanes['early-childhood'].ask(asker, cover, [
        ...values,
        ...log,
        familyId,
        milestones.map(({ id }) => id),
        milestones.map(({ startsAt }) => startsAt),
        milestones.map(({ endsAt }) => endsAt),
        milestones.map(({ travelMinutes }) => travelMinutes),
      ])) as unknown as readonly CoverRow[],
  };
};

export const familyFile = (lanes: Lanes, asking: Asking, question: FamilyFileQuestion): Promise<string> =>
  joinFamily(partsOf(lanes, asking, question));
