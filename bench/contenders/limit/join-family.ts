/** Which milestones a page may hold; one more only tells that more follow. */
export const PAGE = 20;

type Adult = { readonly id: string };
export type CareRow = {
  readonly id: string;
  readonly head: object;
  readonly adults: readonly Adult[];
  /** JSON that nothing here looks into. */
  readonly children: string | null;
};
export type Milestone = {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly travelMinutes: number;
};
export type JobsRow = {
  readonly jobSeekers: Readonly<Record<string, object>> | null;
  readonly milestones: readonly Milestone[] | null;
};
export type CoverRow = { readonly id: string; readonly cover: object };

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

/** What the agencies tell of one family, each its own. */
export type FamilyParts = {
  care(): Promise<CareRow | undefined>;
  jobs(): Promise<JobsRow | undefined>;
  benefits(): Promise<object>;
  covers(familyId: string, milestones: readonly Milestone[]): Promise<readonly CoverRow[]>;
};

/** Three agencies at once; then the covers of what employment named. */
export const joinFamily = async (parts: FamilyParts): Promise<string> => {
  const [family, jobSearch, benefits] = await Promise.all([parts.care(), parts.jobs(), parts.benefits()]);
  if (!family) return '{"data":{"family":null}}';
  const work = jobSearch ?? { jobSeekers: null, milestones: null };
  const rows = await parts.covers(family.id, work.milestones?.slice(0, PAGE) ?? []);
  const covers = new Map(rows.map(({ id, cover }) => [id, cover]));
  return textOf(family, work, benefits, work.milestones && toldMilestones(work.milestones, covers));
};
