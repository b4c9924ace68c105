import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { dayText, listText, momentText, timeText } from '@relais/platform/time/time-texts.ts';
import { unnamedChild } from '../../history/care-history/care-timeline.messages.ts';
import type { CareDeskRow } from './care-desk.queries.ts';
import type { CareDeskKind } from './care-desk-kind.ts';

type Gap = 'UNCOVERED' | 'PARTIAL' | 'UNKNOWN';
type Key = Exclude<CareDeskKind, 'MILESTONE_WITHOUT_CARE'> | Gap | 'CLOSURE_IN_PART';

const sentences: Catalogue<Key> = {
  fr: {
    UNCOVERED: 'Aucune garde pour {child} : étape du {moment}, jusqu’à {until}.',
    PARTIAL: 'Garde incomplète pour {child} : étape du {moment}, jusqu’à {until}.',
    UNKNOWN:
      'Étape du {moment} : le calendrier de la résidence alternée manque pour savoir chez qui est {child}.',
    OFFER_OPEN: 'Place proposée pour {child} ({place}) : la famille peut répondre jusqu’au {due}.',
    OFFER_ACCEPTED: '{child} a une place à partir du {day} ({place}) : il reste à prononcer l’admission.',
    BOOKING_OF_CANCELLED_MILESTONE:
      'Accueil de {child} le {moment}, jusqu’à {until} ({place}) : il sert une étape annulée.',
    REGISTRATION_REQUEST: 'À inscrire : {reason}, demande du {moment}.',
    CARE_LEFT_TO_PAY:
      'Dossier séparé {reason} : il paie encore des accueils d’enfants qui l’ont quitté, du {day} au {last}.',
    SECTION_AGE_ENDS: '{child} dépasse l’âge de sa section le {day} ({place}).',
    CENTRE_FULL: '{centre} est complet à partir du {due}.',
    ARRIVAL: '{fullName} est attendu de {from} à {until} ({section}).',
    ABSENCE: 'Absence annoncée de {fullName} du {day} au {last} ({section}).',
    STAFF_LACKING:
      'Trop peu d’adultes auprès des enfants le {day}, entre {from} et {until} ({centre}) : il en manque {missing}.',
    CLOSURE: '{centre} ferme du {day} au {last} : {reason}.',
    CLOSURE_IN_PART:
      '{centre} a des horaires réduits du {day} au {last}[, ouverture à {opens}][, fermeture à {closes}] : {reason}.',
  },
  en: {
    UNCOVERED: 'No childcare for {child}: milestone on {moment}, until {until}.',
    PARTIAL: 'Not enough childcare for {child}: milestone on {moment}, until {until}.',
    UNKNOWN:
      'Milestone on {moment}: the calendar of the shared residence is missing that says who has {child}.',
    OFFER_OPEN: 'Place offered for {child} ({place}): the family can answer until {due}.',
    OFFER_ACCEPTED: '{child} has a place from {day} on ({place}): the admission is still to be made.',
    BOOKING_OF_CANCELLED_MILESTONE:
      'Care of {child} on {moment}, until {until} ({place}): it serves a milestone that is called off.',
    REGISTRATION_REQUEST: 'To register: {reason}, asked on {moment}.',
    CARE_LEFT_TO_PAY:
      'File that was split, {reason}: it still pays stays of children who left it, from {day} to {last}.',
    SECTION_AGE_ENDS: '{child} passes the age of the section on {day} ({place}).',
    CENTRE_FULL: '{centre} is full from {due} on.',
    ARRIVAL: '{fullName} is expected from {from} to {until} ({section}).',
    ABSENCE: 'Announced absence of {fullName} from {day} to {last} ({section}).',
    STAFF_LACKING:
      'Too few adults with the children on {day}, between {from} and {until} ({centre}): {missing} lacking.',
    CLOSURE: '{centre} is closed from {day} to {last}: {reason}.',
    CLOSURE_IN_PART:
      '{centre} has shorter hours from {day} to {last}[, opens at {opens}][, closes at {closes}]: {reason}.',
  },
};

const withoutFullStop = (text: string): string => text.replace(/[.\s]+$/, '');

const childrenIn = ({ firstName, uncovered }: CareDeskRow, language: Language): string => {
  const names = uncovered ?? [firstName];
  return listText(
    language,
    names.map((name) => name ?? say(unnamedChild, language, 'CHILD_TO_COME')),
  );
};

const MIDNIGHT = '00:00';

/** The hours that the closure of a part of a day says. */
const hoursOf = ({
  startsAt,
  endsAt,
}: CareDeskRow): { readonly opens?: string; readonly closes?: string } => {
  const [opens, closes] = [timeText(startsAt), timeText(endsAt)];
  return { ...(opens !== MIDNIGHT && { opens }), ...(closes !== MIDNIGHT && { closes }) };
};

const keyOf = (row: CareDeskRow): Key => {
  const { kind, gap } = row;
  if (kind === 'CLOSURE') return Object.keys(hoursOf(row)).length > 0 ? 'CLOSURE_IN_PART' : kind;
  if (kind === 'MILESTONE_WITHOUT_CARE') return gap ?? 'UNCOVERED';
  return kind;
};

/** A row as a sentence, with child, place and hour where it has them. */
export const careDeskSentence = (row: CareDeskRow, language: Language): string => {
  const { dueAt, startsAt, endsAt, section, centre, reason } = row;
  const child = childrenIn(row, language);
  return say(sentences, language, keyOf(row), {
    child,
    fullName: row.lastName ? `${child} ${row.lastName}` : child,
    due: momentText(language, dueAt),
    moment: momentText(language, startsAt),
    ...hoursOf(row),
    from: timeText(startsAt),
    until: timeText(endsAt),
    day: dayText(language, dayOf(startsAt)),
    last: dayText(language, dayOf(endsAt)),
    ...(centre && { centre }),
    ...(section && { section, place: `${section}, ${centre}` }),
    // Of staff that lacks, how many: no sentence has both.
    ...(reason && { reason: withoutFullStop(reason), missing: reason }),
  });
};
