import type { GatewayContext } from '../request-context.ts';
import type { Ask } from './resilient-data-source.ts';
import { isMutation, type SubgraphRequest } from './subgraph-request.ts';
import type { SubgraphResponse } from './subgraph-response.ts';
import type { Stopping } from './time-limit.ts';

/** Asks several questions at once; undefined where they have to be asked one by one. */
export type AskMany = (
  requests: readonly SubgraphRequest[],
  stopping: Stopping,
) => Promise<readonly SubgraphResponse[] | undefined>;

/** As many as an agency takes. */
const MOST_AT_ONCE = 20;

type Waiting = {
  readonly request: SubgraphRequest;
  readonly stopping: Stopping;
  readonly answer: (response: SubgraphResponse | Promise<SubgraphResponse>) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Asks an agency together what one request asks it in the same turn: it then reads once for all of it who asks and what
 * they may see. Never across requests, which may be of different people, and never a change.
 */
export const askingTogether = (askOne: Ask, askMany: AskMany): Ask => {
  const gathering = new WeakMap<GatewayContext, Waiting[]>();

  const oneByOne = (all: readonly Waiting[]): void => {
    for (const { request, stopping, answer } of all) answer(askOne(request, stopping));
  };

  const together = async (all: readonly Waiting[], { stopping }: Waiting): Promise<void> => {
    const requests = all.map(({ request }) => request);
    const responses = await askMany(requests, stopping);
    if (!responses) oneByOne(all);
    for (const [index, response] of responses?.entries() ?? []) all[index]?.answer(response);
  };

  const send = (all: readonly Waiting[]): void => {
    const [first] = all;
    if (!first || all.length === 1 || all.length > MOST_AT_ONCE) {
      oneByOne(all);
      return;
    }
    together(all, first).catch((error: unknown) => {
      for (const { fail } of all) fail(error);
    });
  };

  return (request, stopping) => {
    if (isMutation(request)) return askOne(request, stopping);
    const { context } = request;
    return new Promise((answer, fail) => {
      const gathered = gathering.get(context);
      if (gathered) {
        gathered.push({ request, stopping, answer, fail });
        return;
      }
      const all: Waiting[] = [{ request, stopping, answer, fail }];
      gathering.set(context, all);
      // Called once all that goes on in this turn has come to its own question.
      process.nextTick(() => {
        gathering.delete(context);
        send(all);
      });
    });
  };
};
