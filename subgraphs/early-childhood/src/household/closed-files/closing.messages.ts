import type { Catalogue } from '@relais/platform/messages.ts';
import type { ClosingReason } from './family-closing.ts';

/** What is written on whatever ends with a file: on bookings, placements and requests. */
export const closingMessages: Catalogue<ClosingReason> = {
  fr: {
    MOVED_AWAY: 'Dossier clos : la famille a déménagé.',
    YOUNGEST_TURNED_SIX: 'Dossier clos : plus d’enfant de moins de six ans.',
    NO_LONGER_NEEDED: 'Dossier clos : la famille n’a plus besoin du relais.',
  },
  en: {
    MOVED_AWAY: 'File closed: the family moved away.',
    YOUNGEST_TURNED_SIX: 'File closed: no child under six any more.',
    NO_LONGER_NEEDED: 'File closed: the family needs the service point no longer.',
  },
};
