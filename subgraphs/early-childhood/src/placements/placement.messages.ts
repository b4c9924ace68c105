import { catalogueOf, reasons } from '@relais/platform/graphql/reasons.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import { obstacles } from '../bookings/booking.reasons.ts';
import type { BookingObstacle } from '../bookings/booking.rules.ts';
import { unknownSection } from '../centres/section.reasons.ts';
import type { LossReason } from './lost-hours.rules.ts';
import type { PatternProblem } from './pattern.rules.ts';
import type {
  AbsenceProblem,
  DayProblem,
  EndProblem,
  PeriodProblem,
  StandingRefusal,
  WeekProblem,
} from './placement.rules.ts';

const placeSentences = catalogueOf(reasons(unknownSection, obstacles));

export type PlacementReason =
  | 'UNKNOWN_PLACEMENT'
  | 'UNKNOWN_SECTION'
  | 'REASON_MISSING'
  | 'PATTERN_EMPTY'
  | 'NOTHING_CHANGES'
  | 'SUSPENDED_THEN_ALREADY'
  | 'NOT_SUSPENDED'
  | 'RENEWED_ALREADY'
  | 'INSERTION_CONTRACT_RENEWED_ONCE'
  | AbsenceProblem
  | BookingObstacle
  | PatternProblem
  | DayProblem
  | EndProblem
  | PeriodProblem
  | StandingRefusal
  | WeekProblem
  | LossReason;

/** Why a placement stays as it is; what stands in the way of its bookings is said as for any booking. */
export const placementMessages: Catalogue<PlacementReason> = {
  fr: {
    ...placeSentences.fr,
    UNKNOWN_PLACEMENT: 'Ce contrat d’accueil n’existe pas.',
    STALE_VERSION: 'Le contrat d’accueil a changé entre-temps. Relisez-le.',
    NOT_STARTED_YET: 'Le contrat d’accueil n’a pas commencé.',
    IS_SUSPENDED: 'Le contrat d’accueil est suspendu. Reprenez-le d’abord.',
    ALREADY_ENDED: 'Le contrat d’accueil est terminé.',
    REASON_MISSING: 'Indiquez pourquoi.',
    IN_THE_PAST: 'Ce jour est passé.',
    OUTSIDE_PLACEMENT: 'Ce jour n’est pas dans le contrat d’accueil.',
    CARE_RESTS: 'Ce jour-là, l’accueil est suspendu ou une absence est annoncée.',
    ENDS_BY_THEN: 'Le contrat d’accueil se termine déjà ce jour-là ou avant.',
    PERIOD_ENDS_BEFORE_IT_STARTS: 'Le dernier jour précède le premier.',
    OVER_TWELVE_MONTHS: 'Un contrat d’accueil dure moins de douze mois ; il se renouvelle ensuite.',
    OVER_SIX_MONTHS: 'Un contrat d’insertion dure six mois au plus.',
    ABSENCE_TOO_LONG: 'Une absence de plus de 31 jours est une suspension du contrat.',
    PATTERN_EMPTY: 'Indiquez au moins un jour et ses heures.',
    WEEKDAY_UNKNOWN: 'Le jour de la semaine va de 1 (lundi) à 7 (dimanche).',
    LINE_ENDS_BEFORE_IT_STARTS: 'Une plage de la semaine finit avant de commencer.',
    LINES_OVERLAP: 'Deux plages du même jour se chevauchent.',
    NOTHING_CHANGES: 'Indiquez d’autres heures ou une autre section.',
    SUSPENDED_THEN_ALREADY: 'Le contrat d’accueil est déjà suspendu un de ces jours.',
    NOT_SUSPENDED: 'Aucune suspension ne va jusqu’à ce jour.',
    RENEWED_ALREADY: 'Un autre contrat prend déjà la suite de celui-ci.',
    INSERTION_CONTRACT_RENEWED_ONCE: 'Un contrat d’insertion ne se renouvelle qu’une fois.',
    NOT_FLEXIBLE: 'Seul un accueil à horaires variables reçoit ses heures semaine par semaine.',
    NOT_A_MONDAY: 'Indiquez la semaine par son lundi.',
    WEEK_STARTED: 'Cette semaine a commencé : annoncez une absence ou réservez à la journée.',
    MORE_HOURS_THAN_AGREED: 'Ces heures dépassent celles du contrat. Réservez le reste à part.',
  },
  en: {
    ...placeSentences.en,
    UNKNOWN_PLACEMENT: 'There is no such placement.',
    STALE_VERSION: 'The placement has changed in the meantime. Read it again.',
    NOT_STARTED_YET: 'The placement has not started.',
    IS_SUSPENDED: 'The placement is suspended. Resume it first.',
    ALREADY_ENDED: 'The placement is over.',
    REASON_MISSING: 'Say why.',
    IN_THE_PAST: 'This day has passed.',
    OUTSIDE_PLACEMENT: 'This day is not one of the placement.',
    CARE_RESTS: 'The placement is suspended on this day, or an absence was announced.',
    ENDS_BY_THEN: 'The placement ends on that day or earlier as it is.',
    PERIOD_ENDS_BEFORE_IT_STARTS: 'The last day comes before the first.',
    OVER_TWELVE_MONTHS: 'A placement lasts less than twelve months; it is renewed then.',
    OVER_SIX_MONTHS: 'An insertion contract lasts six months at most.',
    ABSENCE_TOO_LONG: 'An absence of more than 31 days is a suspension of the placement.',
    PATTERN_EMPTY: 'Give at least one day and its hours.',
    WEEKDAY_UNKNOWN: 'The weekday goes from 1 (Monday) to 7 (Sunday).',
    LINE_ENDS_BEFORE_IT_STARTS: 'A stretch of the week ends before it starts.',
    LINES_OVERLAP: 'Two stretches of the same day overlap.',
    NOTHING_CHANGES: 'Give other hours or another section.',
    SUSPENDED_THEN_ALREADY: 'The placement is suspended on one of these days already.',
    NOT_SUSPENDED: 'No suspension reaches to that day.',
    RENEWED_ALREADY: 'Another placement continues this one already.',
    INSERTION_CONTRACT_RENEWED_ONCE: 'An insertion contract is renewed once only.',
    NOT_FLEXIBLE: 'Only flexible care is told its hours week by week.',
    NOT_A_MONDAY: 'Name the week by its Monday.',
    WEEK_STARTED: 'This week has begun: announce an absence, or book by the day.',
    MORE_HOURS_THAN_AGREED: 'These are more hours than agreed. Book the rest apart.',
  },
};
