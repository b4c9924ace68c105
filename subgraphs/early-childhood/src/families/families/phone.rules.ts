/** A telephone number in international form; `null` when it cannot be one. French numbers may start with 0. */
export const internationalPhone = (written: string): string | null => {
  const digits = written.replace(/[\s.()-]/g, '').replace(/^00/, '+');
  if (/^0[1-9]\d{8}$/.test(digits)) return `+33${digits.slice(1)}`;
  return /^\+[1-9]\d{7,14}$/.test(digits) ? digits : null;
};
