/** What a stretch of the stream says: what is still to come of its last event, and from where to go on. */
export type Heard = {
  readonly rest: string;
  readonly lastId: string | undefined;
  readonly hasNews: boolean;
  /** Whether all agencies tell; absent where nothing was said of it. */
  readonly isWhole: boolean | undefined;
};

const lastOf = (text: string, pattern: RegExp): string | undefined => [...text.matchAll(pattern)].at(-1)?.[1];

/** Reads the events that are there whole. */
export const heard = (text: string): Heard => {
  const end = text.lastIndexOf('\n\n') + 2;
  const whole = end < 2 ? '' : text.slice(0, end);
  const said = lastOf(whole, /^event: (?:open|away|back)\ndata: (.*)$/gm);
  return {
    rest: text.slice(whole.length),
    lastId: lastOf(whole, /^id: (.*)$/gm),
    hasNews: /^event: (?:changed|reset|back)$/m.test(whole),
    isWhole: said === undefined ? undefined : said === '{"away":[]}',
  };
};
