import { loadavg } from 'node:os';
import type { City } from '../contenders/city.ts';
import type { Contender } from '../contenders/contender.ts';
import type { Question } from '../workloads/question.ts';
import { type Answers, difference, isLate } from './agree.ts';
import { Asker } from './asker.ts';
import { peakMemoryOf } from './processors.ts';
import { type Load, type Round, runRound } from './round.ts';
import { statementsDuring } from './statements.ts';

export type Stand = {
  readonly city: City;
  readonly contenders: readonly Contender[];
  readonly questions: readonly Question[];
  readonly tokens: readonly string[];
  readonly answers: Answers;
  readonly workload: string;
  readonly takeBack: () => Promise<void>;
};

export type Plan = {
  readonly clients: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  readonly tell: (text: string) => void;
};

export type Measured = {
  readonly contender: string;
  readonly workload: string;
  readonly clients: number;
  readonly rounds: readonly Round[];
  readonly statements: number;
  readonly peakMiB: number;
  /** Answers under load that were neither the expected bytes nor what the first contender says now. */
  readonly wrong: number;
  /** Answers that say that a service did not answer in time. */
  readonly late: number;
  readonly loads: readonly number[];
};

const STATEMENT_REQUESTS = 20;
/** So that V8 has made machine code of what is asked often. */
const WARM_UP = { clients: 16, seconds: 2, requests: 400 };

/** One after the other, so that nothing is shared by chance. */
const statementsOf = async (stand: Stand, contender: Contender): Promise<number> => {
  const asker = new Asker(contender, 1);
  const some = stand.questions.slice(0, STATEMENT_REQUESTS);
  const count = await statementsDuring(stand.city.superuserUrl, async () => {
    for (const [index, question] of some.entries()) await asker.ask(question, stand.tokens[index] ?? '');
  });
  await asker.close();
  await stand.takeBack();
  return count / some.length;
};

/** Where an answer differs from what the first contender says now: time passes, and a milestone is over. */
const whereWrong = async (
  { question, text }: Round['unequal'][number],
  first: Asker,
  tokens: readonly string[],
): Promise<string | undefined> => {
  if (question.isRight) return text;
  const now = await first.ask(question, tokens[0] ?? '');
  return difference(JSON.parse(now.text), JSON.parse(text), 'answer');
};

const SHOWN = 3;
const LONGEST_SHOWN = 400;

const wrongIn = async (
  { contenders, tokens }: Stand,
  unequal: Round['unequal'],
  tell: Plan['tell'],
): Promise<number> => {
  const [first] = contenders;
  if (!first) return 0;
  const asker = new Asker(first, 1);
  const places: string[] = [];
  for (const each of unequal)
    places.push(...[await whereWrong(each, asker, tokens)].filter((at) => at !== undefined));
  for (const place of places.slice(0, SHOWN)) tell(`  not as expected: ${place.slice(0, LONGEST_SHOWN)}`);
  await asker.close();
  return places.length;
};

type Turn = {
  readonly stand: Stand;
  readonly contender: Contender;
  readonly rounds: Round[];
  readonly loads: number[];
  wrong: number;
  late: number;
};

const loadOf = ({ stand, contender }: Turn, clients: number, seconds: number): Load => ({
  contender,
  clients,
  seconds,
  questions: stand.questions,
  tokens: stand.tokens,
  expected: stand.answers.get(contender) ?? new Map(),
  dataDir: stand.city.dataDir,
  takeBack: stand.takeBack,
});

const take = async (turn: Turn, plan: Plan, clients: number): Promise<void> => {
  const measured = await runRound(loadOf(turn, clients, plan.seconds));
  const late = measured.unequal.filter(({ text }) => isLate(text));
  turn.rounds.push(measured);
  turn.loads.push(loadavg()[0] ?? 0);
  turn.late += late.length;
  turn.wrong += await wrongIn(
    turn.stand,
    measured.unequal.filter((each) => !late.includes(each)),
    plan.tell,
  );
};

const turnsOf = (stands: readonly Stand[]): readonly Turn[] =>
  stands.flatMap((stand) =>
    stand.contenders.map((contender) => ({ stand, contender, rounds: [], loads: [], wrong: 0, late: 0 })),
  );

/** One after the other in each round, and in each round another one first. */
const measureClients = async (
  stands: readonly Stand[],
  plan: Plan,
  clients: number,
): Promise<readonly Turn[]> => {
  const turns = turnsOf(stands);
  for (const turn of turns) await runRound(loadOf(turn, clients, plan.seconds));
  for (let round = 0; round < plan.rounds; round += 1) {
    const first = round % turns.length;
    for (const turn of [...turns.slice(first), ...turns.slice(0, first)]) await take(turn, plan, clients);
  }
  return turns;
};

/** Whatever else the machine does meets everybody on all stands: A B C, A B C, … */
export const measureInterleaved = async (
  stands: readonly Stand[],
  plan: Plan,
): Promise<readonly Measured[]> => {
  const statements = new Map<Contender, number>();
  for (const stand of stands)
    for (const contender of stand.contenders) statements.set(contender, await statementsOf(stand, contender));
  for (const turn of turnsOf(stands))
    await runRound({ ...loadOf(turn, WARM_UP.clients, WARM_UP.seconds), least: WARM_UP.requests });
  const measured: Measured[] = [];
  for (const clients of plan.clients) {
    plan.tell(`Measuring ${clients} clients, ${plan.rounds} rounds of ${plan.seconds} s each`);
    for (const { stand, contender, ...turn } of await measureClients(stands, plan, clients))
      measured.push({
        ...turn,
        contender: contender.name,
        workload: stand.workload,
        clients,
        statements: statements.get(contender) ?? 0,
        peakMiB: peakMemoryOf(Object.values(contender.pids).flat()),
      });
  }
  return measured;
};
