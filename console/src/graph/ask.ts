import { language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import type { Document } from './document.ts';
import { type Answer, type GraphError, problemsOf } from './known.rules.ts';
import { endSession, sessionState } from './session.ts';

/** What could not be asked at all, in a sentence for whoever asked. */
export class AskFailed extends Error {
  readonly isSessionOver: boolean;

  constructor(message: string, isSessionOver = false) {
    super(message);
    this.isSessionOver = isSessionOver;
  }
}

type Body<Data> = { readonly data?: Data | null; readonly errors?: readonly GraphError[] };

const UNAUTHORIZED = 401;
const TOO_LONG_MS = 15_000;

const send = async (text: string, variables: unknown, signal: AbortSignal | undefined): Promise<Response> => {
  const state = sessionState();
  if (state.is !== 'signed-in') throw new AskFailed(words.session.over, true);
  const limit = AbortSignal.timeout(TOO_LONG_MS);
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': language,
        'x-relais-session': state.person.session,
      },
      body: JSON.stringify({ query: text, variables }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new AskFailed(words.failure.network);
  }
};

const readBody = async <Data>(response: Response): Promise<Body<Data>> => {
  try {
    return await response.json();
  } catch {
    throw new AskFailed(words.failure.network);
  }
};

/** Asks the graph. What is missing from the answer is kept with it, and told by `known`. */
export const ask = async <Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Data>> => {
  const askedAt = Date.now();
  const response = await send(document.text, variables, signal);
  const { data, errors = [] } = await readBody<Data>(response);
  if (response.status === UNAUTHORIZED) {
    endSession();
    throw new AskFailed(words.session.over, true);
  }
  if (!data) throw new AskFailed(errors[0]?.message ?? words.failure.network);
  return { data, problems: problemsOf(errors), askedAt };
};
