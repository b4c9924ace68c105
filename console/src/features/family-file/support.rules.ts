import { leads } from './entrust.rules.ts';

type Member = { readonly isLead: boolean; readonly professional: { readonly sub: string } | null };
type Person = { readonly sub: string; readonly role: string };

export type TeamDeed = 'LEAVE' | 'REMOVE' | 'HAND_OVER';

/** The lead decides who follows a family; where nobody leads, whoever coordinates at the service point does. */
const decides = (team: readonly Member[], { sub, role }: Person): boolean =>
  team.some(({ isLead }) => isLead) ? leads(team, sub) : role === 'CARE_COORDINATOR';

/** What somebody may do of one member of a team. Whoever leads others hands over before leaving them. */
export const teamDeeds = (
  { isLead, professional }: Member,
  team: readonly Member[],
  person: Person | undefined,
): readonly TeamDeed[] => {
  if (!person) return [];
  if (professional?.sub !== person.sub) return decides(team, person) ? ['REMOVE'] : [];
  return isLead && team.length > 1 ? ['HAND_OVER'] : ['LEAVE'];
};

export const isInTeam = (team: readonly Member[], sub: string | undefined): boolean =>
  sub !== undefined && team.some(({ professional }) => professional?.sub === sub);

/**
 * Whether somebody who sees a file may write in it, as far as the page knows: caseworkers see some as of a referral, of the district or
 * in an emergency, and write in those of their teams.
 */
export const mayWriteIn = (team: readonly Member[], person: Person | undefined): boolean =>
  person !== undefined && (person.role !== 'CASEWORKER' || isInTeam(team, person.sub));

/** Of two adults one may leave with a file of their own; whom the page does not know it does not split. */
export const maySplit = (
  team: readonly Member[],
  adults: readonly unknown[] | null,
  person: Person | undefined,
): boolean =>
  isInTeam(team, person?.sub) && person?.role !== 'EMPLOYMENT_ADVISOR' && (adults ?? []).length > 1;

type Seen = { readonly version: number | null };

/** The record that a form holds to: another one only when it turned out that somebody changed it, and it was read since. */
export const heldOf = <Each extends Seen>(seen: Each, latest: Each | undefined, isAwaited: boolean): Each =>
  isAwaited && latest && latest.version !== seen.version ? latest : seen;

export const AREAS = ['CARE', 'BENEFITS', 'JOB_SEARCH'] as const;
/** What is not to be shared; each is kept by the agencies of the same name. */
export type Area = (typeof AREAS)[number];

/** With whom something may not be shared: whoever keeps it knows it in any case. */
export const agenciesFor = (category: Area): readonly Area[] => AREAS.filter((each) => each !== category);

export type ObjectionDraft = {
  readonly category: Area;
  readonly agency: Area;
  /** The adult who said so. */
  readonly saidBy: string;
  readonly saidOn: string;
  /** The colleague whom it was said to; oneself while it is empty. */
  readonly toldTo: string;
  readonly note: string;
};

/** Nobody is named where one could be taken for another; a single adult is who said it. */
export const newObjection = (
  [first, ...others]: readonly { readonly id: string }[],
  today: string,
): ObjectionDraft => ({
  category: 'CARE',
  agency: 'JOB_SEARCH',
  saidBy: first && others.length === 0 ? first.id : '',
  saidOn: today,
  toldTo: '',
  note: '',
});

/** Another thing may be kept by the very agency that was chosen: then it is another one. */
export const ofCategory = (draft: ObjectionDraft, category: Area): ObjectionDraft => {
  const [first = draft.agency] = agenciesFor(category);
  return { ...draft, category, agency: draft.agency === category ? first : draft.agency };
};

type Said = Pick<ObjectionDraft, 'saidBy' | 'saidOn' | 'toldTo'>;
export type SaidLack = 'WHO' | 'DAY';

export const lackOfSaying = ({ saidBy, saidOn }: Said): SaidLack | undefined => {
  if (saidBy === '') return 'WHO';
  return saidOn === '' ? 'DAY' : undefined;
};

/** What lacks of lifting one: also why. */
export const lackOfLifting = (said: Said, reason: string): SaidLack | 'WHY' | undefined =>
  lackOfSaying(said) ?? (reason.trim() === '' ? 'WHY' : undefined);

/** Who said it, when, and to whom: the same of an objection and of its end. */
export const saidInput = ({ saidBy, saidOn, toldTo }: Said) => ({
  saidByAdultId: saidBy,
  saidOn,
  toldTo: toldTo === '' ? null : { id: toldTo },
});

export const objectionInput = ({ category, agency, note, ...said }: ObjectionDraft, familyId: string) => ({
  familyId,
  category,
  agency,
  note: note.trim() || null,
  ...saidInput(said),
});
