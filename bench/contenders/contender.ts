import type { Question } from '../workloads/question.ts';

/** Whose processor time is told apart. */
export type Group = 'node' | 'gateway' | 'subgraphs';

export type Asked = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: string };

/** One way to answer the questions of the workloads, on the same machine and the same data as the others. */
export type Contender = {
  readonly name: string;
  readonly url: string;
  readonly pids: Readonly<Partial<Record<Group, readonly number[]>>>;
  /** How this one is asked; `null` where it does not answer such questions. */
  readonly ask: (question: Question) => Asked | null;
};

/** As any client asks a graph. */
export const askGraph = ({ text, variables }: Question): Asked => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query: text, variables }),
});
