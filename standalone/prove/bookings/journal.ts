import { openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

const stretch = { sectionId: z.string(), startsAt: z.string(), endsAt: z.string() };
const book = z.object({
  type: z.literal('BOOK'),
  id: z.string(),
  childId: z.string(),
  kind: z.string(),
  ...stretch,
});
const move = z.object({ type: z.literal('MOVE'), id: z.string(), version: z.number(), ...stretch });
const cancel = z.object({ type: z.literal('CANCEL'), id: z.string(), version: z.number() });
const cover = z.object({ type: z.literal('COVER'), id: z.string(), milestoneId: z.string() });
const uncover = z.object({ type: z.literal('UNCOVER'), id: z.string(), milestoneId: z.string() });
const series = { seriesId: z.string(), milestoneIds: z.array(z.string()).readonly() };
const coverSeries = z.object({ type: z.literal('COVER_SERIES'), id: z.string(), ...series });
const uncoverSeries = z.object({ type: z.literal('UNCOVER_SERIES'), id: z.string(), ...series });
const numbered = { id: z.string(), version: z.number() };
const correct = z.object({
  type: z.literal('CORRECT'),
  ...numbered,
  outcome: z.enum(['ATTENDED', 'ABSENT']),
});
const offer = z.object({
  type: z.literal('OFFER'),
  id: z.string(),
  careRequestId: z.string(),
  version: z.number(),
  sectionId: z.string(),
});
const accept = z.object({ type: z.literal('ACCEPT'), ...numbered });
const decline = z.object({ type: z.literal('DECLINE'), ...numbered });
const changeCentre = z.object({
  type: z.literal('CHANGE_CENTRE'),
  ...numbered,
  from: z.string(),
  authorisedPlaces: z.number(),
});
const change = z.discriminatedUnion('type', [
  book,
  move,
  cancel,
  cover,
  uncover,
  coverSeries,
  uncoverSeries,
  correct,
  offer,
  accept,
  decline,
  changeCentre,
]);

/** What a client asks for; the id makes that sending it again changes nothing more. */
export type Change = z.output<typeof change>;

const seen = z.object({
  id: z.string(),
  version: z.number(),
  status: z.string(),
  childId: z.string(),
  ...stretch,
});

/** A booking at one version, as a service acknowledged it. */
export type SeenBooking = z.output<typeof seen>;

const asked = z.object({ attempt: z.number(), asked: change });
const answered = z.object({
  attempt: z.number(),
  /** An earlier answer to it was lost, or an error. */
  wasLost: z.boolean(),
  acknowledged: z.array(seen).optional(),
  /** Versions of other records that the answer tells: offers, requests, centres. */
  told: z.array(z.object(numbered)).optional(),
  refused: z.string().optional(),
});
const line = z.union([asked, answered]);

export type Answer = Omit<z.output<typeof answered>, 'attempt'>;
/** An attempt without an answer may or may not have been stored. */
export type Attempt = { readonly change: Change; readonly answer: Answer | null };

export type Journal = {
  asked(attempt: number, change: Change): void;
  answered(attempt: number, answer: Answer): void;
};

/** Each line is with the operating system before the client goes on, so killing the client loses none. */
export const openJournal = (file: string): Journal => {
  const handle = openSync(file, 'a');
  const write = (entry: z.input<typeof line>): void => {
    writeSync(handle, `${JSON.stringify(entry)}\n`);
  };
  return {
    asked: (attempt, asked) => write({ attempt, asked }),
    answered: (attempt, answer) => write({ attempt, ...answer }),
  };
};

/** The attempts by their number. A last line that a kill cut short was not yet acted upon. */
export const readJournal = (text: string): ReadonlyMap<number, Attempt> => {
  const attempts = new Map<number, Attempt>();
  const lines = text.split('\n').slice(0, -1);
  for (const each of lines) {
    const entry = line.parse(JSON.parse(each));
    if ('asked' in entry) {
      attempts.set(entry.attempt, { change: entry.asked, answer: null });
      continue;
    }
    const { attempt, ...answer } = entry;
    const known = attempts.get(attempt);
    if (known) attempts.set(attempt, { ...known, answer });
  }
  return attempts;
};

export const readJournalFile = (file: string): ReadonlyMap<number, Attempt> =>
  readJournal(readFileSync(file, { encoding: 'utf8', flag: 'a+' }));
