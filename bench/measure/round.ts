import type { Contender, Group } from '../contenders/contender.ts';
import type { Question } from '../workloads/question.ts';
import { Asker } from './asker.ts';
import { processorOf, processorOfPostgres } from './processors.ts';

export type Round = {
  readonly requests: number;
  readonly seconds: number;
  /** Sorted. */
  readonly times: readonly number[];
  /** Milliseconds of processor in the round. */
  readonly processor: Readonly<Record<string, number>>;
  /** Answers that were not the expected bytes. */
  readonly unequal: readonly { readonly question: Question; readonly text: string }[];
};

export type Load = {
  readonly contender: Contender;
  readonly clients: number;
  readonly seconds: number;
  /** Goes on beyond that until so many were answered, but not for ever. */
  readonly least?: number;
  readonly questions: readonly Question[];
  readonly tokens: readonly string[];
  readonly expected: ReadonlyMap<Question, string>;
  readonly dataDir: string;
  /** Makes what the round changed as it was. */
  readonly takeBack: () => Promise<void>;
};

const LONGEST_MS = 60_000;

/** Where the next question starts: no two in a row are the same, and each contender meets all of them. */
let asked = 0;

const used = ({ contender, dataDir }: Load): Record<string, number> => {
  const groups = Object.entries(contender.pids) as [Group, readonly number[]][];
  const ours = groups.map(([group, pids]) => [group, processorOf(pids)] as const);
  return { ...Object.fromEntries(ours), pg: processorOfPostgres(dataDir) };
};

const since = (
  before: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): Record<string, number> =>
  Object.fromEntries(Object.entries(now).map(([name, ms]) => [name, ms - (before[name] ?? 0)]));

/** So many clients, each asking again as soon as it is answered, for so long. */
export const runRound = async (load: Load): Promise<Round> => {
  const { contender, clients, seconds, questions, tokens, expected } = load;
  const asker = new Asker(contender, clients);
  const times: number[] = [];
  const unequal: { question: Question; text: string }[] = [];
  const before = used(load);
  const begun = performance.now();
  const isOver = (): boolean => {
    const now = performance.now() - begun;
    return now > LONGEST_MS || (now > seconds * 1_000 && times.length >= (load.least ?? 0));
  };
  const client = async (): Promise<void> => {
    while (!isOver()) {
      asked += 1;
      const question = questions[asked % questions.length];
      if (!question) return;
      const started = performance.now();
      const { text } = await asker.ask(question, tokens[asked % tokens.length] ?? '');
      times.push(performance.now() - started);
      const isRight = question.isRight?.(text) ?? text === expected.get(question);
      if (!isRight) unequal.push({ question, text });
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - begun) / 1_000;
  const processor = since(before, used(load));
  await asker.close();
  await load.takeBack();
  return { requests: times.length, seconds: took, times: times.sort((a, b) => a - b), processor, unequal };
};
