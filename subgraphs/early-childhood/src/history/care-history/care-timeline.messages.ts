import type { Catalogue } from '@relais/platform/messages.ts';

/** How a child without a first name yet is called. */
export const unnamedChild: Catalogue<'CHILD_TO_COME'> = {
  fr: { CHILD_TO_COME: 'l’enfant à naître' },
  en: { CHILD_TO_COME: 'the child to come' },
};

/** When an own arrangement holds. */
export const hourTexts: Catalogue<'WEEKLY' | 'ON_A_DAY' | 'OVER_DAYS'> = {
  fr: {
    WEEKLY: ' : le {weekday} de {from} à {to}',
    ON_A_DAY: ' : le {day} de {from} à {to}',
    OVER_DAYS: ' : du {start} au {end}',
  },
  en: {
    WEEKLY: ': {weekday} from {from} to {to}',
    ON_A_DAY: ': {day} from {from} to {to}',
    OVER_DAYS: ': from {start} to {end}',
  },
};
