import { setTimeout as wait } from 'node:timers/promises';
import type { Contender } from '../contenders/contender.ts';
import type { Question } from '../workloads/question.ts';
import { Asker, type Heard } from './asker.ts';

export type Answers = ReadonlyMap<Contender, ReadonlyMap<Question, string>>;

type Answer = { readonly data?: unknown; readonly errors?: readonly unknown[] };

/** The first place at which two answers differ; `undefined` where they are the same, the order of fields included. */
export const difference = (one: unknown, other: unknown, path = 'data'): string | undefined => {
  if (JSON.stringify(one) === JSON.stringify(other)) return undefined;
  const areObjects = [one, other].every((each) => typeof each === 'object' && each !== null);
  if (!areObjects)
    return `${path}: ${JSON.stringify(one)?.slice(0, 200)} and ${JSON.stringify(other)?.slice(0, 200)}`;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = difference(left[name], right[name], `${path}.${name}`);
    if (found) return found;
  }
  return `${path}: the order of its fields`;
};

const wholeIn = (
  name: string,
  { status, text }: { readonly status: number; readonly text: string },
): Answer => {
  const answer: Answer = JSON.parse(text);
  if (status !== 200 || answer.errors) throw new Error(`${name} answered ${status}: ${text.slice(0, 400)}`);
  return answer;
};

export class Disagreement extends Error {
  constructor(name: string, other: string, { workload, variables }: Question, where: string) {
    super(`${name} and ${other} differ in ${workload} ${JSON.stringify(variables)}: ${where}`);
    this.name = 'Disagreement';
  }
}

/** Honest, and no answer: on a machine that is busy with other work a service misses its time. */
export const isLate = (text: string): boolean => text.includes('SERVICE_UNAVAILABLE');

const MOST_TRIES = 20;
const PAUSE_MS = 300;

const askInPatience = async (
  asker: Asker,
  question: Question,
  token: string,
  triesLeft = MOST_TRIES,
): Promise<Heard> => {
  const heard = await asker.ask(question, token);
  if (!isLate(heard.text) || triesLeft === 0) return heard;
  await wait(PAUSE_MS);
  return askInPatience(asker, question, token, triesLeft - 1);
};

type Told = (contender: Contender, question: Question, token: string) => Promise<Answer>;

/** Throws at the first contender that does not answer as the first one does. */
const agreeOn = async (
  [first, ...others]: readonly Contender[],
  question: Question,
  token: string,
  tell: Told,
): Promise<void> => {
  if (!first) return;
  const wanted = await tell(first, question, token);
  for (const contender of others) {
    const given = await tell(contender, question, token);
    const where = question.isRight ? undefined : difference(wanted.data, given.data);
    if (where) throw new Disagreement(first.name, contender.name, question, where);
  }
};

/** Asks everybody everything once, and throws at the first answer that is not as the first contender's. */
export const agreeAll = async (
  contenders: readonly Contender[],
  questions: readonly Question[],
  tokens: readonly string[],
): Promise<Answers> => {
  const texts = new Map(contenders.map((contender) => [contender, new Map<Question, string>()]));
  const askers = new Map(contenders.map((contender) => [contender, new Asker(contender, 1)]));
  const tell: Told = async (contender, question, token) => {
    const asker = askers.get(contender);
    if (!asker) throw new Error('Nobody was asked.');
    const heard = await askInPatience(asker, question, token);
    texts.get(contender)?.set(question, heard.text);
    return wholeIn(contender.name, heard);
  };
  for (const [index, question] of questions.entries())
    await agreeOn(contenders, question, tokens[index % tokens.length] ?? '', tell);
  await Promise.all([...askers.values()].map((asker) => asker.close()));
  return texts;
};
