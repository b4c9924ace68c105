import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { CityMessage, Taken } from './city.ts';

/** What came back, and how long that took the asking one. */
export type Answer = {
  readonly data: unknown;
  readonly codes: readonly string[];
  readonly bytes: number;
  readonly ms: number;
};

export type Measured = Taken & { readonly answer: Answer };

export type MeasuredCity = {
  readonly url: string;
  readonly dataDir: string;
  ask(query: string, token: string, variables?: object): Promise<Answer>;
  /** Asks, and says what that took of the process that answered. */
  measure(query: string, token: string, variables?: object): Promise<Measured>;
  /** What all of some work took of the process that answers. */
  taken(work: () => Promise<unknown>): Promise<Taken>;
  /** Whether it writes down who saw what. */
  logs(isLogging: boolean): Promise<void>;
  /** Whether it asks who may see what. */
  sees(isSeeing: boolean): Promise<void>;
  /** Whether what is known goes the fast way. */
  goesFast(isFast: boolean): Promise<void>;
  stop(): Promise<void>;
};

const CITY = fileURLToPath(new URL('./city.ts', import.meta.url));
const TOO_MANY = 429;
const MILLISECONDS = 1_000;
/** What is left to do once the answer is sent is the question's as well. */
const AFTERWARDS_MS = 20;

const answered = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).default([]),
});

/** Whoever asks more in a minute than anybody may waits as told, and asks again; being turned away is not measured. */
const inPatience = async <Result>(
  ask: () => Promise<Result & { readonly waitMs: number }>,
): Promise<Result> => {
  const answer = await ask();
  if (answer.waitMs === 0) return answer;
  await wait(answer.waitMs);
  return inPatience(ask);
};

type Heard = Answer & { readonly waitMs: number };

const waitOf = ({ status, headers }: Response): number =>
  status === TOO_MANY ? Number(headers.get('retry-after')) * MILLISECONDS : 0;

const asking =
  (url: string) =>
  async (query: string, token: string, variables: object = {}): Promise<Heard> => {
    const begun = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const ms = performance.now() - begun;
    const { data, errors } = answered.parse(JSON.parse(text));
    return {
      data,
      codes: [...new Set(errors.map(({ extensions }) => extensions.code))],
      bytes: text.length,
      ms,
      waitMs: waitOf(response),
    };
  };

const heardFrom = async (child: ChildProcess): Promise<CityMessage> => {
  const [message]: CityMessage[] = await once(child, 'message');
  if (!message) throw new Error('The city ended.');
  return message;
};

/** The demo city in a process of its own, which can say what a question takes of it. */
export const startMeasuredCity = async (folder: string): Promise<MeasuredCity> => {
  const child = fork(CITY, [folder], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: { LOG_LEVEL: 'silent', ...process.env },
  });
  const first = await heardFrom(child);
  if (!('ready' in first)) throw new Error('The city did not start.');
  const ask = asking(first.ready.url);
  const order = async (word: string): Promise<CityMessage> => {
    const reply = heardFrom(child);
    child.send(word);
    return reply;
  };
  const taken = async (work: () => Promise<unknown>): Promise<Taken> => {
    await order('BEGIN');
    await work();
    await wait(AFTERWARDS_MS);
    const message = await order('END');
    if (!('taken' in message)) throw new Error('The city did not say what it took.');
    return message.taken;
  };
  const measure = async (query: string, token: string, variables?: object) => {
    const answers: Heard[] = [];
    const took = await taken(async () => answers.push(await ask(query, token, variables)));
    const [answer] = answers;
    if (!answer) throw new Error('Nothing was answered.');
    return { ...took, answer, waitMs: answer.waitMs };
  };
  return {
    ...first.ready,
    ask: (query, token, variables) => inPatience(() => ask(query, token, variables)),
    measure: (query, token, variables) => inPatience(() => measure(query, token, variables)),
    taken,
    async logs(isLogging) {
      await order(isLogging ? 'LOG' : 'NO_LOG');
    },
    async sees(isSeeing) {
      await order(isSeeing ? 'SEE' : 'BLIND');
    },
    async goesFast(isFast) {
      await order(isFast ? 'FAST' : 'ORDINARY');
    },
    async stop() {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
};
