const HALF_A_CHARACTER = /\p{Surrogate}/u;

/**
 * Whether a text can be stored, told and answered as it is: PostgreSQL stores every character but U+0000, and half a
 * character (a form cut an emoji at its length limit) breaks a whole batch or comes back as another one.
 */
export const isStorableText = (text: string): boolean => !text.includes('\0') && !HALF_A_CHARACTER.test(text);
