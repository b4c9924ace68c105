type Milestone<Status> = {
  readonly id: string;
  readonly startsAt: string;
  readonly jobSeeker: { readonly id: string } | null;
  readonly childcareCover: { readonly status: Status } | null;
};

type Page<Node> = { readonly edges: readonly { readonly node: Node }[] };

/** A milestone with its place in the family's list: what is missing of it is told by that. */
type Placed<Node> = { readonly node: Node; readonly index: number };

/** Of the milestones of a family those of one job seeker: both parents may have some. */
export const ownOf = <Node extends { readonly jobSeeker: { readonly id: string } | null }>(
  milestones: Page<Node> | null | undefined,
  seekerId: string,
): readonly Placed<Node>[] =>
  (milestones?.edges ?? [])
    .map(({ node }, index) => ({ node, index }))
    .filter(({ node: { jobSeeker } }) => jobSeeker?.id === seekerId);

/** The milestone that comes next, as far as the first of the family tell. */
export const nextOf = <Node extends Milestone<unknown>>(
  milestones: Page<Node> | null | undefined,
  seekerId: string,
): Placed<Node> | undefined => ownOf(milestones, seekerId)[0];

/** How many milestones of the family are asked for: of everybody, and of one. */
export const ASKED = { ofAll: 3, ofOne: 8 } as const;

/** A page shorter than what was asked for is the last: only then is "none of this parent" true of all. A full one may go on. */
export const mayGoOn = (milestones: Page<unknown>, asked: number): boolean =>
  milestones.edges.length >= asked;

type Named = {
  readonly adult: { readonly firstName: string | null; readonly lastName: string | null };
  readonly family: { readonly reference: string | null } | null;
  readonly romeCode?: string | null;
};

/** First name and surname, else the reference of the family: what of it is shared. */
export const nameOf = ({ adult, family }: Named, nameless: string): string => {
  const name = [adult.firstName, adult.lastName].filter(Boolean).join(' ');
  return name === '' ? (family?.reference ?? nameless) : name;
};

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** By a part of the name, the reference or the trade, accents and capitals aside. */
export const isFound = (seeker: Named, search: string): boolean =>
  plain(`${nameOf(seeker, '')} ${seeker.family?.reference ?? ''} ${seeker.romeCode ?? ''}`).includes(
    plain(search.trim()),
  );

/** What is typed as `15` or `17,5`; nothing of what is no number of hours. */
export const hoursOf = (text: string): number | undefined => {
  const hours = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(hours) ? undefined : hours;
};
