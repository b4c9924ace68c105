import { parse } from 'graphql';

import type { Taken } from './city.ts';
import type { Measured, MeasuredCity } from './measured-city.ts';
import { type Lengths, observeLists } from './observe-lists.ts';
import { type Asked, type MakerOptions, questionMaker, textOf } from './question.ts';

export type Tried = Measured & { readonly question: Asked; readonly token: string; readonly text: string };

/** What one question may take: the event loop's longest silence, and memory. */
export const bounds = { longestMs: 300, moreMiB: 50 } as const;

const KEPT = 12;
const ONCE_MORE = 3;
const VARIED = 0.6;
const TOLD_EVERY = 25;
const TOLD_LENGTH = 120;

const worth = ({ longestMs, moreMiB }: Taken): number =>
  Math.max(longestMs / bounds.longestMs, moreMiB / bounds.moreMiB);

export type Search = MakerOptions & {
  readonly city: MeasuredCity;
  readonly tokens: readonly string[];
  readonly next: () => number;
  readonly tell: (text: string) => void;
};

let asked = 0;

/** Under a name of its own, so that its plan is not remembered: who means harm sends no text twice. */
const anew = (text: string): string => {
  asked += 1;
  return `query Asked${asked} ${text}`;
};

const tellNow = ([first]: readonly Tried[], count: number, tell: Search['tell']): void => {
  if (!first || count % TOLD_EVERY !== 0) return;
  tell(
    `  ${count} tried; dearest ${first.longestMs.toFixed(0)} ms, ${first.moreMiB.toFixed(0)} MiB: ${first.text.slice(0, TOLD_LENGTH)}`,
  );
};

/** The dearest questions found by trying at random and varying the dearest so far; and how long the lists met were. */
export const searchDearest = async (
  tries: number,
  search: Search,
): Promise<{ dearest: readonly Tried[]; lengths: Lengths }> => {
  const { city, api, pick, tokens, next, tell } = search;
  const maker = questionMaker(search);
  const lengths: Lengths = new Map();
  let dearest: readonly Tried[] = [];

  const tryOne = async (): Promise<void> => {
    const old = dearest.length === KEPT && next() < VARIED ? pick(dearest) : undefined;
    const question = old ? maker.vary(old.question) : maker.make();
    if (!question) return;
    const token = old?.token ?? pick(tokens) ?? '';
    const text = textOf(question);
    const measured = await city.measure(anew(text), token);
    observeLists(api, parse(text), measured.answer.data, lengths);
    const all = [...dearest, { ...measured, question, token, text }];
    dearest = all.toSorted((one, other) => worth(other) - worth(one)).slice(0, KEPT);
  };

  for (let count = 1; count <= tries; count += 1) {
    await tryOne();
    tellNow(dearest, count, tell);
  }
  return { dearest, lengths };
};

/** Asked again and the least taken: what else the machine did at that moment does not count. */
export const askedAgain = async (tried: Tried, city: MeasuredCity): Promise<Tried> => {
  let least = tried;
  for (let count = 0; count < ONCE_MORE; count += 1) {
    const { longestMs, moreMiB, processorMs, answer } = await city.measure(anew(tried.text), tried.token);
    least = {
      ...tried,
      answer,
      longestMs: Math.min(longestMs, least.longestMs),
      moreMiB: Math.min(moreMiB, least.moreMiB),
      processorMs: Math.min(processorMs, least.processorMs),
    };
  }
  return least;
};
