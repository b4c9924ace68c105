import { isDay } from '../../time/city-time.rules.ts';

type Role = 'CASEWORKER' | 'EMPLOYMENT_ADVISOR' | 'CARE_COORDINATOR';

export const ROLES: readonly Role[] = ['CASEWORKER', 'EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR'];

type Colleague = {
  readonly id: string;
  readonly sub: string;
  readonly agency: string;
  readonly hasDeparted: boolean;
};

/** Who looks at the directory: of which agency, and by which sign-in. */
export type Keeping = { readonly isAdministrator: boolean; readonly own: string; readonly self: string };

/** An administrator keeps the entries of the own agency, but not one of who has left. */
export const mayKeep = ({ agency, hasDeparted }: Colleague, { isAdministrator, own }: Keeping): boolean =>
  isAdministrator && agency === own && !hasDeparted;

/** Of who has left most of all; one's own end in one's own menu. */
export const mayEndSessions = (
  { agency, sub }: Colleague,
  { isAdministrator, own, self }: Keeping,
): boolean => isAdministrator && agency === own && sub !== self;

export type AbsenceDraft = { readonly from: string; readonly to: string; readonly standIn: string };
export type Lack = 'NAME' | 'SUB' | 'DAY' | 'DAYS' | 'COLLEAGUE' | 'REASON';

type Away = {
  readonly absentFrom: string | null;
  readonly absentTo: string | null;
  readonly standIn: { readonly id: string } | null;
};

/** The absence on record to be noted otherwise, or a new one that begins today. */
export const absenceOf = (noted: Away | undefined, today: string): AbsenceDraft => ({
  from: noted?.absentFrom ?? today,
  to: noted?.absentTo ?? '',
  standIn: noted?.standIn?.id ?? '',
});

/** The day back is not known yet, or comes after the first day away. */
export const lackOfAbsence = ({ from, to }: AbsenceDraft): Lack | undefined => {
  if (!isDay(from)) return 'DAY';
  return to === '' || (isDay(to) && to > from) ? undefined : 'DAYS';
};

type Seen = { readonly id: string; readonly version: number };

export const absenceInput = ({ from, to, standIn }: AbsenceDraft, { id, version }: Seen) => ({
  professionalId: id,
  version,
  from,
  to: to || null,
  standIn: standIn === '' ? null : { id: standIn },
});

export type EntryDraft = {
  readonly place: string;
  readonly phone: string;
  /** Those whose families the professional works for. */
  readonly districtIds: readonly string[];
};

export type NewDraft = EntryDraft & { readonly name: string; readonly sub: string; readonly role: Role };

export const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];

export const lackOfNew = ({ name, sub }: NewDraft): Lack | undefined => {
  if (name.trim() === '') return 'NAME';
  return sub.trim() === '' ? 'SUB' : undefined;
};

const entryFields = ({ place, phone, districtIds }: EntryDraft) => ({
  place: place.trim() || null,
  phone: phone.trim() || null,
  districtIds: [...districtIds],
});

export const newInput = ({ name, sub, role, ...entry }: NewDraft) => ({
  name: name.trim(),
  sub: sub.trim(),
  role,
  ...entryFields(entry),
});

/** What somebody wrote anew: what a colleague changed otherwise is left as it is. */
export const entryInput = (draft: EntryDraft, begun: EntryDraft, { id, version }: Seen) => {
  const [now, before] = [entryFields(draft), entryFields(begun)];
  return {
    professionalId: id,
    version,
    ...(now.place !== before.place && { place: now.place }),
    ...(now.phone !== before.phone && { phone: now.phone }),
    ...(String(now.districtIds) !== String(before.districtIds) && { districtIds: now.districtIds }),
  };
};

export type TakeOverDraft = { readonly to: string; readonly reason: string };

export const lackOfTakeOver = ({ to, reason }: TakeOverDraft): Lack | undefined => {
  if (to === '') return 'COLLEAGUE';
  return reason.trim() === '' ? 'REASON' : undefined;
};
