/** What one request may ask for. Documented queries stay under half of each (tested). */
export const limits = {
  bodyBytes: 256 * 1024,
  tokens: 1_000,
  /** Of what was looked at before it was published. */
  publishedTokens: 3_000,
  depth: 15,
  aliases: 15,
  /** Fields and fragments with all fragments written out: a few lines of text can stand for millions. */
  selections: 5_000,
  /** Objects in the answer, with the page sizes really asked for. */
  objects: 50_000,
  answerBytes: 4 * 1024 ** 2,
  representations: 5_000,
} as const;

export const timeLimits = {
  requestMs: 5_000,
  queryMs: 1_500,
  mutationMs: 4_000,
} as const;
