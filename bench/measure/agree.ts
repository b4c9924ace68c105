import type { Contender } from '../contenders/contender.ts';
import type { Question } from '../workloads/question.ts';
import { Asker } from './asker.ts';

export type Answers = ReadonlyMap<Contender, ReadonlyMap<Question, string>>;

type Answer = { readonly data?: unknown; readonly errors?: readonly unknown[] };

/** The first place at which two answers differ; \`undefined\` where they are the same, the order of fields included. */
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

/** Asks everybody everything once, and throws at the first answer that is not as the first contender's. */
export const agreeAll = async (
  contenders: readonly Contender[],
  questions: readonly Question[],
  tokens: readonly string[],
): Promise<Answers> => {
  const [first, ...others] = contenders;
  if (!first) return new Map();
  const texts = new Map(contenders.map((contender) => [contender, new Map<Question, string>()]));
  const askers = new Map(contenders.map((contender) => [contender, new Asker(contender, 1)]));
  const tell = async (contender: Contender, question: Question, token: string): Promise<Answer> => {
    const heard = await askers.get(contender)?.ask(question, token);
    if (!heard) throw new Error('Nobody was asked.');
    texts.get(contender)?.set(question, heard.text);
    return wholeIn(contender.name, heard);
  };
  for (const [index, question] of questions.entries()) {
    const token = tokens[index % tokens.length] ?? '';
    const wanted = await tell(first, question, token);
    for (const contender of others) {
      const where = difference(wanted.data, (await tell(contender, question, token)).data);
      if (where) throw new Disagreement(first.name, contender.name, question, where);
    }
  }
  await Promise.all([...askers.values()].map((asker) => asker.close()));
  return texts;
};
