import { language } from '../../messages/language.ts';

const CENTS = 100;
const format = (digits: number) =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
const whole = format(0);
const exact = format(2);

/** `302 €`, and cents where there are any. */
export const euros = (cents: number): string => (cents % CENTS === 0 ? whole : exact).format(cents / CENTS);
