import { useState } from 'react';
import { words } from '../messages/words.ts';
import { announce } from '../ui/live.ts';
import { AskFailed, ask } from './ask.ts';
import type { Document } from './document.ts';
import { readAnew } from './use-answer.ts';

/** What a change answers: its record, or the sentence that says why it was not made. */
type Payload = { readonly refusal: { readonly message: string } | null };

export type Changed<Done> =
  | { readonly is: 'done'; readonly payload: Done }
  | { readonly is: 'refused'; readonly message: string };

/** Sends a change; whatever keeps it from being made comes back as a sentence. */
export const change = async <Data, Variables, Done extends Payload>(
  document: Document<Data, Variables>,
  variables: Variables,
  payloadOf: (data: Data) => Done | null,
): Promise<Changed<Done>> => {
  try {
    const { data, problems } = await ask(document, variables);
    const payload = payloadOf(data);
    if (payload && !payload.refusal) return { is: 'done', payload };
    return {
      is: 'refused',
      message: payload?.refusal?.message ?? problems[0]?.message ?? words.failure.network,
    };
  } catch (error) {
    return { is: 'refused', message: error instanceof AskFailed ? error.message : words.failure.network };
  } finally {
    void readAnew();
  }
};

/** A change that somebody is making at one place of a page: under way, or refused with a sentence. */
export const useChange = () => {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const make = async <Done>(made: Promise<Changed<Done>>, said: string): Promise<Done | undefined> => {
    setBusy(true);
    setProblem(undefined);
    const changed = await made;
    setBusy(false);
    if (changed.is === 'done') {
      announce(said);
      return changed.payload;
    }
    setProblem(changed.message);
    return undefined;
  };
  return { isBusy, problem, make, setProblem };
};
