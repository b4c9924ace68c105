import { purposes } from '@relais/platform/access-log/purposes.ts';
import { roles } from '@relais/platform/auth/user.ts';
import { type Random, randomOf, seedOf } from '../../demo/random.ts';
import { AMOUNTS } from '../seeing/canaries.ts';
import { familyWithCanaries, type Ids, tied } from '../seeing/family-with-canaries.ts';
import { type WrittenRow, writtenTables } from '../seeing/written-tables.ts';
import type { TestWholeGraph } from '../test-whole-graph.ts';
import { atMost, strangersOf, withLogs } from './askers.ts';
import { type Asker, type Heard, judge } from './judge.ts';
import { knownRecords } from './known-records.ts';
import { type Document, type Kind, makeDocument, type Wanted, withValues } from './make-operation.ts';
import { spoilt } from './spoil.ts';
import { type Known, SENT, Values } from './values.ts';

export type FuzzOptions = {
  readonly graph: TestWholeGraph;
  readonly seed: number;
  readonly count: number;
  /** Of each role and kind, so many, asked again with other values: a new one takes longest to plan. */
  readonly documents: number;
  readonly now: Date;
  /** Only the operation of this number, to look at it again; what was sent and came back is shown. */
  readonly only?: number;
  readonly show?: (text: string) => void;
  /** Everybody comes so many times, with the same documents and other values. */
  readonly rounds?: number;
  readonly afterRound?: (kind: Kind) => void;
  /** Called when so many have been asked. */
  readonly tell?: (asked: number) => void;
};

/** What came of it all. */
export type Outcome = {
  asked: number;
  answered: number;
  readonly problems: string[];
  readonly codes: Map<string, number>;
  /** By column of the table, how often something of it was shown to who may see it. */
  readonly shown: Map<string, number>;
};

/** Questions first, of people whose ties stand still; then changes, which move them. */
const SHARE_OF_QUESTIONS = 0.8;
const AT_ONCE = 16;
const SPOILT = 0.1;
const STRANGE = 0.3;
const MOST_PROBLEMS = 20;
const MOST_TOLD = 3_000;

type Drawn = Pick<FuzzOptions, 'seed' | 'documents'> & {
  readonly known: Known;
  /** By kind, role and number: the same document is written once. */
  readonly written: Map<string, Document>;
};
type Sent = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

const headersOf = (random: Random, number: number): Record<string, string> => ({
  'content-type': 'application/json',
  'x-request-id': `fuzz-${String(number).padStart(8, '0')}`,
  'accept-language': random.pick(['fr', 'en', 'de, *;q=0.1', SENT]),
  ...(random.chance(0.1) && { 'x-relais-purpose': random.pick([...purposes, SENT]) }),
  ...(random.chance(0.1) && { accept: random.pick(['application/json', '*/*', 'text/html, */*;q=0.1']) }),
});

const KINDS = ['query', 'mutation'] as const;

/** The same for the same seed, number and role, whatever was asked before. */
const requestOf = (number: number, wanted: Wanted, { known, written, ...fuzz }: Drawn): Sent => {
  const valuesFrom = (random: Random): Values => new Values(random, known, random.chance(STRANGE) ? 0.3 : 0);
  const { kind, role } = wanted;
  const at = number % fuzz.documents;
  const writing = randomOf(seedOf(fuzz.seed, KINDS.indexOf(kind), roles.indexOf(role), at));
  const key = `${kind} ${role} ${at}`;
  const document = written.get(key) ?? makeDocument(writing, valuesFrom(writing), wanted);
  written.set(key, document);
  const random = randomOf(seedOf(fuzz.seed, number));
  const operation = withValues(document, valuesFrom(random));
  const body = random.chance(SPOILT) ? spoilt(operation, random) : JSON.stringify(operation);
  return { body, headers: headersOf(random, number) };
};

const counted = (counts: Map<string, number>, words: readonly string[]): void => {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
};

class Fuzz {
  readonly outcome: Outcome = { asked: 0, answered: 0, problems: [], codes: new Map(), shown: new Map() };
  readonly #options: FuzzOptions;
  readonly #ids: Ids;
  readonly #known: Known;
  readonly #written = new Map<string, Document>();

  constructor(options: FuzzOptions, ids: Ids, known: Known) {
    this.#options = options;
    this.#ids = ids;
    this.#known = known;
  }

  /** All numbers from one to another, shared out among askers, a few at once. */
  async during(kind: Kind, [from, to]: readonly [number, number], askers: readonly Asker[]): Promise<void> {
    const { issuer } = this.#options.graph;
    const tokens = await Promise.all(askers.map(({ user }) => issuer.tokenFor(user)));
    let next = from;
    const lane = async (): Promise<void> => {
      while (next < to) {
        const number = next;
        next += 1;
        const at = number % askers.length;
        const asker = askers[at];
        if (asker) await this.#ask(number, kind, asker, tokens[at] ?? '');
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  async #ask(number: number, kind: Kind, asker: Asker, token: string): Promise<void> {
    const { graph, only, show, tell } = this.#options;
    if (only !== undefined && only !== number) return;
    const wanted = { kind, role: asker.user.role };
    const { body, headers } = requestOf(number, wanted, {
      ...this.#options,
      known: this.#known,
      written: this.#written,
    });
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
    });
    const heard = { status: response.status, text: await response.text() };
    show?.(`${asker.who}\n${body}\n${heard.status} ${heard.text}`);
    this.#count(asker, body, heard, number);
    tell?.(this.outcome.asked);
  }

  #count(asker: Asker, body: string, heard: Heard, number: number): void {
    const { outcome } = this;
    const { problems, codes, isAnswered, columns } = judge(this.#ids, asker, body, heard);
    outcome.asked += 1;
    if (isAnswered) outcome.answered += 1;
    counted(outcome.codes, codes);
    counted(outcome.shown, columns);
    if (problems.length > 0 && outcome.problems.length < MOST_PROBLEMS)
      outcome.problems.push(`${number} ${asker.who}: ${problems.join('; ')}\n  ${body.slice(0, MOST_TOLD)}`);
  }
}

type Range = readonly [from: number, to: number];

const shareOf = ([first, last]: Range, index: number, of: number): Range => {
  const at = (share: number): number => first + Math.floor((share * (last - first)) / of);
  return [at(index), at(index + 1)];
};

type Setting = {
  readonly options: FuzzOptions;
  readonly ids: Ids;
  readonly reading: readonly WrittenRow[];
};

/** Everybody of the table of reading in turn, tied to the family as it says, among strangers. */
const inTurn = async (
  fuzz: Fuzz,
  kind: Kind,
  range: Range,
  { options: { graph }, ids, reading }: Setting,
): Promise<void> => {
  const strangers = strangersOf(reading);
  for (const [index, row] of reading.entries()) {
    await tied(graph, ids, row);
    const all = strangers.flatMap((stranger) => [withLogs(row), stranger]);
    const askers = kind === 'mutation' ? all.map((asker) => atMost(reading, asker)) : all;
    await fuzz.during(kind, shareOf(range, index, reading.length), askers);
    // What was changed is told before somebody else is tied.
    if (kind === 'mutation') for (const agency of Object.values(graph.agencies)) await agency.drained();
  }
};

/** Random operations of everybody of the table of reading, on a family with a word in every text that somebody may not see. */
export const runFuzz = async (options: FuzzOptions): Promise<Outcome> => {
  const { graph, count, now, rounds = 1 } = options;
  const { reading } = await writtenTables();
  const ids = await familyWithCanaries(graph, reading, now);
  const fuzz = new Fuzz(options, ids, await knownRecords(graph, ids));
  const questions = Math.floor(count * SHARE_OF_QUESTIONS);
  const ranges = { query: [0, questions], mutation: [questions, count] } as const;
  for (const kind of KINDS)
    for (let round = 0; round < rounds; round += 1) {
      await inTurn(fuzz, kind, shareOf(ranges[kind], round, rounds), { options, ids, reading });
      options.afterRound?.(kind);
    }
  return fuzz.outcome;
};

const NEVER_LOGGED = ['CANARY', SENT, ...AMOUNTS.benefits];

/** Where a service writes its log; keeps only the lines that no log may hold. */
export const watchedLog = () => {
  const found: string[] = [];
  const write = (line: string): void => {
    const isFault = line.includes('"level":50') && !line.includes('TRY_AGAIN');
    if (isFault || NEVER_LOGGED.some((word) => line.includes(word))) found.push(line.slice(0, MOST_TOLD));
  };
  return { found, logTo: { write } };
};
