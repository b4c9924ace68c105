import type { Catalogue } from '@relais/platform/messages.ts';
import type { CloseCommissionRefusalReason } from './close-commission.ts';
import type { RecordCommissionDecisionRefusalReason } from './record-commission-decision.ts';
import type { ScheduleCommissionRefusalReason } from './schedule-commission.ts';

type Reason =
  | ScheduleCommissionRefusalReason
  | RecordCommissionDecisionRefusalReason
  | CloseCommissionRefusalReason;

/** Why a commission could not be scheduled, decide or be closed. */
export const commissionMessages: Catalogue<Reason> = {
  fr: {
    HELD_IN_THE_PAST: 'Cette date est passée.',
    CONFLICT: 'Cet identifiant a déjà servi pour un autre contenu.',
    UNKNOWN_COMMISSION: 'Cette commission n’existe pas.',
    UNKNOWN_CARE_REQUEST: 'Cette demande n’existe pas.',
    UNKNOWN_SECTION: 'Cette section n’existe pas.',
    COMMISSION_CLOSED: 'La commission est close : ses décisions ne changent plus.',
    NOT_HELD_YET: 'La commission n’a pas encore eu lieu.',
    STALE_VERSION: 'Ce que vous avez lu a changé entre-temps. Relisez-le.',
    NOT_LONG_TERM: 'La commission ne décide que des accueils réguliers.',
    NOT_WAITING: 'Cette demande n’attend pas de place.',
    ALREADY_DECIDED: 'Cette commission a déjà décidé de cette demande.',
    SECTION_MISSING: 'Indiquez la section dans laquelle la place est accordée.',
    SECTION_NOT_FOR_THIS_DECISION: 'Une section ne s’indique que si une place est accordée.',
    REASON_MISSING: 'Indiquez le motif : la famille y a droit (CRPA L211-2).',
  },
  en: {
    HELD_IN_THE_PAST: 'This day has passed.',
    CONFLICT: 'This id was already used for something else.',
    UNKNOWN_COMMISSION: 'There is no such commission.',
    UNKNOWN_CARE_REQUEST: 'There is no such request.',
    UNKNOWN_SECTION: 'There is no such section.',
    COMMISSION_CLOSED: 'The commission is closed: its decisions no longer change.',
    NOT_HELD_YET: 'The commission has not been held yet.',
    STALE_VERSION: 'What you read has changed in the meantime. Read it again.',
    NOT_LONG_TERM: 'The commission decides on long-term care only.',
    NOT_WAITING: 'This request does not wait for a place.',
    ALREADY_DECIDED: 'This commission decided on this request already.',
    SECTION_MISSING: 'Name the section in which a place is granted.',
    SECTION_NOT_FOR_THIS_DECISION: 'A section is named only when a place is granted.',
    REASON_MISSING: 'Say why: the family has a right to know (CRPA L211-2).',
  },
};
