import type { Temporal } from 'temporal-polyfill';
import type { Asking } from './asking.ts';
import { type BenefitsRow, toldBenefits } from './benefits.ts';
import { benefitsStatement, careStatement, coverStatement, jobsStatement, PAGE } from './family-file-sql.ts';
import type { Lanes } from './lanes.ts';
import type { Reader } from './sight-sql.ts';

export type FamilyFileQuestion = {
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  readonly today: Temporal.PlainDate;
};

type Adult = { readonly id: string };
type CareRow = {
  readonly id: string;
  readonly head: object;
  readonly adults: readonly Adult[];
  /** JSON that nothing here looks into. */
  readonly children: string | null;
};
type Milestone = {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly travelMinutes: number;
};
type JobsRow = {
  readonly jobSeekers: Readonly<Record<string, object>> | null;
  readonly milestones: readonly Milestone[] | null;
};
type CoverRow = { readonly id: string; readonly cover: object };

const statementsOf = (reader: Reader) => {
  const suffix = `${reader.role}_${reader.agencyKind}`;
  return {
    care: { name: `care_${suffix}`, text: careStatement(reader) },
    cover: { name: `cover_${suffix}`, text: coverStatement(reader) },
    jobs: { name: `jobs_${suffix}`, text: jobsStatement(reader) },
    benefits: { name: `benefits_${suffix}`, text: benefitsStatement(reader) },
  };
};

const known = new Map<string, ReturnType<typeof statementsOf>>();

/** Written once for each kind of reader, as the product compiles its sight. */
const statementsFor = ({ role, agencyKind }: Reader) => {
  const key = `${role} ${agencyKind}`;
  const statements = known.get(key) ?? statementsOf({ role, agencyKind });
  known.set(key, statements);
  return statements;
};

const cursorOf = ({ startsAt, id }: Milestone): string =>
  Buffer.from(JSON.stringify([startsAt, id])).toString('base64url');

const toldMilestones = (found: readonly Milestone[], covers: ReadonlyMap<string, object>) => {
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return {
    edges: page.map((milestone) => ({
      node: { ...milestone, childcareCover: covers.get(milestone.id) ?? null },
    })),
    pageInfo: { hasNextPage: found.length > PAGE, endCursor: last ? cursorOf(last) : null },
  };
};

/** Joined by hand: of the largest part, the children, nothing is read and nothing written anew. */
const textOf = (
  { head, adults, children }: CareRow,
  { jobSeekers }: JobsRow,
  benefits: object,
  milestones: object | null,
): string => {
  const members = adults.map((adult) => ({ ...adult, jobSeeker: jobSeekers?.[adult.id] ?? null }));
  const first = JSON.stringify({ ...head, adults: members });
  const last = JSON.stringify({ ...benefits, milestones });
  return `{"data":{"family":${first.slice(0, -1)},"children":${children},${last.slice(1)}}}`;
};

const coversOf = async (
  lanes: Lanes,
  asking: Asking,
  familyId: string,
  milestones: readonly Milestone[],
): Promise<ReadonlyMap<string, object>> => {
  const rows = await lanes['early-childhood'].ask(asking.asker, statementsFor(asking.user).cover, [
    ...asking.values,
    ...asking.log,
    familyId,
    milestones.map(({ id }) => id),
    milestones.map(({ startsAt }) => startsAt),
    milestones.map(({ endsAt }) => endsAt),
    milestones.map(({ travelMinutes }) => travelMinutes),
  ]);
  return new Map((rows as readonly CoverRow[]).map(({ id, cover }) => [id, cover]));
};

/** Three agencies at once, each in one statement that also writes down who saw the family; then the covers. */
export const familyFile = async (
  lanes: Lanes,
  asking: Asking,
  { reference, from, to, today }: FamilyFileQuestion,
): Promise<string> => {
  const { care, jobs, benefits } = statementsFor(asking.user);
  const { asker, values, log } = asking;
  const [[family], [jobSearch], [stated]] = (await Promise.all([
    lanes['early-childhood'].ask(asker, care, [...values, reference, from, to]),
    lanes.employment.ask(asker, jobs, [...values, ...log, reference]),
    lanes['social-protection'].ask(asker, benefits, [...values, ...log, reference]),
  ])) as unknown as [CareRow[], JobsRow[], BenefitsRow[]];
  if (!family) return '{"data":{"family":null}}';
  const work = jobSearch ?? { jobSeekers: null, milestones: null };
  const page = work.milestones?.slice(0, PAGE) ?? [];
  const covers = await coversOf(lanes, asking, family.id, page);
  const milestones = work.milestones && toldMilestones(work.milestones, covers);
  return textOf(family, work, toldBenefits(stated, asking.today, today), milestones);
};
