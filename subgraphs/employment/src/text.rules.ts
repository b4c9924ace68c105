const LONGEST_TEXT = 200;

/** One line of a reasonable length; control characters cannot be stored or shown. */
export const isSuitableText = (text: string): boolean =>
  text.trim().length > 0 && text.length <= LONGEST_TEXT && !/\p{Cc}/u.test(text);
