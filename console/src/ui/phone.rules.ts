const FRENCH = /^(?:\+33|0)([1-9])(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** `06 39 98 05 56`, as it is dialled in France; a foreign number as it is. */
export const sayPhone = (number: string): string =>
  number.replaceAll(/\s/g, '').replace(FRENCH, '0$1 $2 $3 $4 $5');
