/** The day of the city, as the field of a page takes it: `2026-11-30`. */
export const dayOf = (moment: Date): string => moment.toLocaleDateString('sv', { timeZone: 'Europe/Paris' });
