import { loadavg } from 'node:os';
import type { City } from '../contenders/city.ts';
import type { Contender } from '../contenders/contender.ts';
import type { Question } from '../workloads/question.ts';
import { type Answers, difference } from './agree.ts';
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
const WARM_UP = { clients: 16, seconds: 4 };

/** One after the other, so that nothing is shared by chance. */
const statementsOf = async (stand: Stand, contender: Contender): Promise<number> => {
  const asker = new Asker(contender, 1);
  const some = stand.questions.slice(0, STATEMENT_REQUESTS);
  const count = await statementsDuring(stand.city.superuserUrl, async () => {
    for (const [index, question] of some.entries()) await asker.ask(question, stand.tokens[index] ?? '');
  });
  await asker.close();
  return count / some.length;
};

/** An answer that is not as expected may be right all the same: a milestone was over meanwhile. Then all say so. */
const wrongIn = async (
  { contenders, tokens }: Stand,
  unequal: Round['unequal'],
  tell: Plan['tell'],
): Promise<number> => {
  const [first] = contenders;
  if (!first || unequal.length === 0) return 0;
  const asker = new Asker(first, 1);
  let wrong = 0;
  for (const { question, text } of unequal) {
    const now = await asker.ask(question, tokens[0] ?? '');
    const where = difference(JSON.parse(now.text), JSON.parse(text), 'answer');
    if (where && wrong < 3) tell(`  not as expected: ${where.slice(0, 400)}`);
    if (where) wrong += 1;
  }
  await asker.close();
  return wrong;
};

/** Honest, and no answer: on a machine that is busy with other work a service misses its time. */
const isLate = ({ text }: Round['unequal'][number]): boolean => text.includes('SERVICE_UNAVAILABLE');

type Turn = { readonly rounds: Round[]; readonly loads: number[]; wrong: number; late: number };

const loadOf = (stand: Stand, contender: Contender, clients: number, seconds: number): Load => ({
  contender,
  clients,
  seconds,
  questions: stand.questions,
  tokens: stand.tokens,
  expected: stand.answers.get(contender) ?? new Map(),
  dataDir: stand.city.dataDir,
});

/** One after the other in each round, and in each round another one first. */
const measureClients = async (
  stand: Stand,
  plan: Plan,
  clients: number,
): Promise<ReadonlyMap<Contender, Turn>> => {
  const turns = new Map(
    stand.contenders.map((each) => [each, { rounds: [], loads: [], wrong: 0, late: 0 } as Turn]),
  );
  for (const contender of stand.contenders) await runRound(loadOf(stand, contender, clients, plan.seconds));
  for (let round = 0; round < plan.rounds; round += 1) {
    const first = round % stand.contenders.length;
    const order = [...stand.contenders.slice(first), ...stand.contenders.slice(0, first)];
    for (const contender of order) {
      const measured = await runRound(loadOf(stand, contender, clients, plan.seconds));
      const turn = turns.get(contender);
      if (!turn) continue;
      const late = measured.unequal.filter(isLate);
      turn.rounds.push(measured);
      turn.loads.push(loadavg()[0] ?? 0);
      turn.late += late.length;
      turn.wrong += await wrongIn(
        stand,
        measured.unequal.filter((each) => !late.includes(each)),
        plan.tell,
      );
    }
  }
  return turns;
};

/** Whatever else the machine does meets everybody: A B C, A B C, … */
export const measureInterleaved = async (stand: Stand, plan: Plan): Promise<readonly Measured[]> => {
  const statements = new Map<Contender, number>();
  for (const contender of stand.contenders) statements.set(contender, await statementsOf(stand, contender));
  for (const contender of stand.contenders)
    await runRound(loadOf(stand, contender, WARM_UP.clients, WARM_UP.seconds));
  const measured: Measured[] = [];
  for (const clients of plan.clients) {
    plan.tell(`Measuring ${clients} clients, ${plan.rounds} rounds of ${plan.seconds} s each`);
    for (const [contender, turn] of await measureClients(stand, plan, clients))
      measured.push({
        ...turn,
        contender: contender.name,
        workload: stand.questions[0]?.workload ?? '',
        clients,
        statements: statements.get(contender) ?? 0,
        peakMiB: peakMemoryOf(Object.values(contender.pids).flat()),
      });
  }
  return measured;
};
