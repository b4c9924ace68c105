import { useState } from 'react';
import { words } from '../messages/words.ts';
import { announce } from '../ui/live.ts';
import { AskFailed, ask } from './ask.ts';
import type { Document } from './document.ts';
import { readAnew } from './use-answer.ts';

/** What a change answers: its record, or the sentence that says why it was not made. */
type Payload = { readonly refusal: { readonly message: string; readonly isQuestion?: boolean } | null };

export type Changed<Done> =
  | { readonly is: 'done'; readonly payload: Done }
  | {
      readonly is: 'refused';
      readonly message: string;
      /** Sent again with `confirmed: true` it is made. */
      readonly isQuestion?: boolean;
      /** What else the graph says of it; nothing where it could not be asked. */
      readonly payload?: Done;
    };

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
      isQuestion: payload?.refusal?.isQuestion === true,
      ...(payload && { payload }),
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
  const [isQuestion, setQuestion] = useState(false);
  const make = async <Done>(made: Promise<Changed<Done>>, said: string): Promise<Done | undefined> => {
    setBusy(true);
    setProblem(undefined);
    setQuestion(false);
    const changed = await made;
    setBusy(false);
    if (changed.is === 'done') {
      announce(said);
      return changed.payload;
    }
    setProblem(changed.message);
    setQuestion(changed.isQuestion === true);
    return undefined;
  };
  /** What was asked of something else is no question any more. */
  const say = (said: string | undefined) => {
    setProblem(said);
    setQuestion(false);
  };
  return { isBusy, problem, isQuestion, make, setProblem: say };
};
