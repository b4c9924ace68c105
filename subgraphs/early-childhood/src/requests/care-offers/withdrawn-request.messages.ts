import type { Catalogue } from '@relais/platform/messages.ts';

/** What is written on bookings that go with their request. */
export const withdrawnMessages: Catalogue<'REQUEST_WITHDRAWN'> = {
  fr: { REQUEST_WITHDRAWN: 'La famille a retiré sa demande.' },
  en: { REQUEST_WITHDRAWN: 'The family has withdrawn its request.' },
};
