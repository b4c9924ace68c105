import {
  advisorSubs,
  advisorTokens,
  type City,
  caseworkerTokens,
  coordinatorTokens,
} from '../contenders/city.ts';
import { bookings, takeBack } from './book-care.ts';
import { careOptions } from './care-options.ts';
import { familyFiles } from './family-file.ts';
import { pagesOfFamilies } from './page-of-families.ts';
import type { Question } from './question.ts';
import { plantCaseloads, weeksOfMilestones, weeksWithOptions } from './week-of-milestones.ts';

export type Workload = {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly tokens: readonly string[];
  /** After each round: what was booked is free again. */
  readonly takeBack: () => Promise<void>;
};

const NEEDS = 60;
const BOOKINGS = 3_000;

type Made = Pick<Workload, 'questions' | 'tokens'> & Partial<Pick<Workload, 'takeBack'>>;
type Make = (city: City, now: Date) => Promise<Made>;

let planted: Promise<void> | undefined;

/** Once for both kinds of week. */
const caseloads = async (city: City, now: Date): Promise<readonly string[]> => {
  planted ??= plantCaseloads(city, advisorSubs, now);
  await planted;
  return advisorTokens(city);
};

const all: Readonly<Record<string, Make>> = {
  async 'family-file'(city, now) {
    const tokens = await caseworkerTokens(city, city.references);
    return { tokens, questions: await familyFiles(city.references, now) };
  },
  async 'page-of-families'(city) {
    const tokens = await caseworkerTokens(city, city.references);
    return { tokens, questions: await pagesOfFamilies(city.ownerUrls['early-childhood'], city.references) };
  },
  async 'week-of-milestones'(city, now) {
    const tokens = await caseloads(city, now);
    return { tokens, questions: await weeksOfMilestones(tokens, now) };
  },
  async 'advisor-week'(city, now) {
    const tokens = await caseloads(city, now);
    return { tokens, questions: await weeksWithOptions(tokens, now) };
  },
  async 'care-options'(city, now) {
    const tokens = await coordinatorTokens(city);
    return { tokens, questions: await careOptions(city.ownerUrls['early-childhood'], NEEDS, now) };
  },
  async 'book-care'(city) {
    const tokens = await coordinatorTokens(city);
    const questions = await bookings(city.ownerUrls['early-childhood'], BOOKINGS);
    return { tokens, questions, takeBack: () => takeBack(city.superuserUrl) };
  },
};

/** Of so many requests so many: what a morning at the desks asks. */
const MIX = {
  'family-file': 20,
  'page-of-families': 5,
  'advisor-week': 5,
  'care-options': 3,
  'book-care': 1,
} as const;

/** All of them in their shares, well shuffled: always in the same order. */
const mixed = async (city: City, now: Date): Promise<Made> => {
  const questions: Question[] = [];
  for (const [name, share] of Object.entries(MIX)) {
    const own = (await all[name]?.(city, now)) ?? { questions: [], tokens: [] };
    for (let index = 0; index < share * MIXED_EACH; index += 1) {
      const question = own.questions[index % own.questions.length];
      const token = question?.token ?? own.tokens[index % own.tokens.length] ?? '';
      if (question) questions.push(withToken(question, token));
    }
  }
  const order = questions.map((_, index) => (index * STRIDE) % questions.length);
  const shuffled = order.flatMap((index) => questions[index] ?? []);
  return { questions: shuffled, tokens: [], takeBack: () => takeBack(city.superuserUrl) };
};

/** Prime, and no divisor of their number: each comes once. */
const STRIDE = 37;
const MIXED_EACH = 3;

/** A question whose variables are made anew each time stays one. */
const withToken = (question: Question, token: string): Question =>
  Object.defineProperties({ token } as never, {
    ...Object.getOwnPropertyDescriptors(question),
    token: { value: token },
  });

export const workloadNames: readonly string[] = [...Object.keys(all), 'mix'];

/** Plants what a workload needs, and writes its questions. */
export const openWorkload = async (name: string, city: City, now: Date): Promise<Workload> => {
  const make = name === 'mix' ? mixed : all[name];
  if (!make) throw new Error(`Known workloads: ${workloadNames.join(', ')}.`);
  return { name, takeBack: async () => undefined, ...(await make(city, now)) };
};
