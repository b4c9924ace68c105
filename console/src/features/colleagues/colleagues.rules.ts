import { isDay } from '../../time/city-time.rules.ts';

type Role = 'CASEWORKER' | 'EMPLOYMENT_ADVISOR' | 'CARE_COORDINATOR';

export const ROLES: readonly Role[] = ['CASEWORKER', 'EMPLOYMENT_ADVISOR', 'CARE_COORDINATOR'];

type Colleague = {
  readonly id: string;
  readonly agency: string;
  readonly hasDeparted: boolean;
};

/** An administrator keeps the entries of the own agency, but not one of who has left. */
export const mayKeep = (
  { agency, hasDeparted }: Colleague,
  { isAdministrator, own }: { readonly isAdministrator: boolean; readonly own: string },
): boolean => isAdministrator && agency === own && !hasDeparted;

export type AbsenceDraft = { readonly from: string; readonly to: string; readonly standIn: string };
export type Lack = 'NAME' | 'SUB' | 'DAY' | 'DAYS' | 'COLLEAGUE' | 'REASON';

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

export type NewDraft = {
  readonly name: string;
  readonly sub: string;
  readonly role: Role;
  readonly place: string;
  readonly phone: string;
};

export const lackOfNew = ({ name, sub }: NewDraft): Lack | undefined => {
  if (name.trim() === '') return 'NAME';
  return sub.trim() === '' ? 'SUB' : undefined;
};

export const newInput = ({ name, sub, role, place, phone }: NewDraft) => ({
  name: name.trim(),
  sub: sub.trim(),
  role,
  place: place.trim() || null,
  phone: phone.trim() || null,
});

export type TakeOverDraft = { readonly to: string; readonly reason: string };

export const lackOfTakeOver = ({ to, reason }: TakeOverDraft): Lack | undefined => {
  if (to === '') return 'COLLEAGUE';
  return reason.trim() === '' ? 'REASON' : undefined;
};
