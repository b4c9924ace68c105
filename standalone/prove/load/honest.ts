import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const answer = z.object({
  data: z.object({ family: z.object({ id: z.string() }).nullable() }).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
});

/** A desk where one family file is opened after the other. */
export type Desk = {
  readonly url: string;
  /** Who asks next: several people sit here in turn, for nobody reads so fast. */
  readonly nextToken: () => string;
  /** The body of the next request. */
  readonly nextBody: () => string;
};

export type Felt = {
  /** Milliseconds until each whole answer. */
  readonly times: number[];
  /** Why an answer was not whole, and how often. */
  readonly lost: Record<string, number>;
};

/** Reading a file takes longer than that; so a desk asks as the people who share it would. */
const THINK_MS = 150;
const LONGEST_MS = 20_000;

/** Why an answer was not whole when all is well but the file is out of sight. */
export const NO_FAMILY = 'no family';

const ask = async ({ url, nextToken, nextBody }: Desk): Promise<string | null> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${nextToken()}` },
    body: nextBody(),
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  if (response.status !== 200) return String(response.status);
  const { data, errors = [] } = answer.parse(await response.json());
  const [first] = errors;
  if (first) return first.extensions.code;
  return data?.family ? null : NO_FAMILY;
};

/** All desks work for so long; each begins a little later than the one before. */
export const work = async (desks: readonly Desk[], milliseconds: number): Promise<Felt> => {
  const felt: Felt = { times: [], lost: {} };
  const until = performance.now() + milliseconds;
  const atDesk = async (desk: Desk, number: number): Promise<void> => {
    await wait((THINK_MS * number) / desks.length);
    while (performance.now() < until) {
      const begun = performance.now();
      const problem = await ask(desk).catch(() => 'no answer');
      if (problem) felt.lost[problem] = (felt.lost[problem] ?? 0) + 1;
      if (!problem) felt.times.push(performance.now() - begun);
      await wait(THINK_MS);
    }
  };
  await Promise.all(desks.map(atDesk));
  return felt;
};
