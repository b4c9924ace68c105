import type { Catalogue } from '@relais/platform/messages.ts';
import type { CorrectOwnArrangementReason } from './correct-own-arrangement.ts';
import type { EndOwnArrangementReason } from './end-own-arrangement.ts';
import type { RecordOwnArrangementRefusalReason } from './record-own-arrangement.ts';
import type { RemoveOwnArrangementReason } from './remove-own-arrangement.ts';

type Reason =
  | RecordOwnArrangementRefusalReason
  | EndOwnArrangementReason
  | RemoveOwnArrangementReason
  | CorrectOwnArrangementReason;

/** Why an own arrangement was not noted or changed. */
export const ownArrangementMessages: Catalogue<Reason> = {
  fr: {
    UNKNOWN_CHILD: 'Cet enfant n’est pas connu du relais.',
    CONFLICT: 'Cet identifiant a déjà servi pour un autre contenu.',
    DATED_OR_WEEKLY: 'Indiquez soit un moment daté, soit un jour de chaque semaine.',
    SCHOOL_IS_WEEKLY: 'L’école s’indique par jour de la semaine ; ses vacances ne comptent pas.',
    WEEKDAY_UNKNOWN: 'Le jour de la semaine va de 1 (lundi) à 7 (dimanche).',
    ENDS_BEFORE_IT_STARTS: 'La fin précède le début.',
    WEEKDAY_OUTSIDE_PERIOD: 'Ce jour de la semaine ne tombe sur aucun jour de la période.',
    UNKNOWN_OWN_ARRANGEMENT: 'Cette solution familiale n’existe pas.',
    ALREADY_REMOVED: 'Cette solution familiale est déjà retirée.',
    STALE_VERSION: 'La solution familiale a changé entre-temps. Relisez-la.',
    NOT_WEEKLY: 'Cette solution n’a lieu qu’une fois : retirez-la au lieu de la terminer.',
    DAY_HAS_PASSED: 'Ce jour est passé : la solution se termine aujourd’hui au plus tôt.',
    ENDS_EARLIER_ALREADY: 'Cette solution est déjà terminée ce jour-là.',
    ALREADY_OVER: 'Cette solution est passée : ce qui a eu lieu reste noté.',
    ALREADY_BEGUN: 'Cette solution a déjà commencé : terminez-la et notez la nouvelle.',
  },
  en: {
    UNKNOWN_CHILD: 'The service point does not know this child.',
    CONFLICT: 'This id was already used for something else.',
    DATED_OR_WEEKLY: 'Give either a dated time or a weekday of every week.',
    SCHOOL_IS_WEEKLY: 'School is given by weekday; its holidays do not count.',
    WEEKDAY_UNKNOWN: 'The weekday goes from 1 (Monday) to 7 (Sunday).',
    ENDS_BEFORE_IT_STARTS: 'The end comes before the start.',
    WEEKDAY_OUTSIDE_PERIOD: 'This weekday falls on no day of the period.',
    UNKNOWN_OWN_ARRANGEMENT: 'There is no such own arrangement.',
    ALREADY_REMOVED: 'This own arrangement is removed already.',
    STALE_VERSION: 'The own arrangement has changed in the meantime. Read it again.',
    NOT_WEEKLY: 'This arrangement happens only once: remove it instead of ending it.',
    DAY_HAS_PASSED: 'This day has passed: the arrangement ends today at the earliest.',
    ENDS_EARLIER_ALREADY: 'This arrangement has ended by that day already.',
    ALREADY_OVER: 'This arrangement is over: what took place stays noted.',
    ALREADY_BEGUN: 'This arrangement has begun: end it and note the new one.',
  },
};
