export type TextRefusal = 'EMPTY_TEXT' | 'TEXT_TOO_LONG';

const LONGEST_TEXT = 4_000;

/** Why what somebody wrote cannot be kept, or `null`. */
export const textRefusal = (text: string): TextRefusal | null => {
  if (text.trim() === '') return 'EMPTY_TEXT';
  return text.length > LONGEST_TEXT ? 'TEXT_TOO_LONG' : null;
};
