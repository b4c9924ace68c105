import { setTimeout as wait } from 'node:timers/promises';
import { SIGNATURE_HEADER, signRequest } from '@relais/platform/auth/inner-hop.ts';
import { newId } from '@relais/platform/ids.ts';
import { z } from 'zod';

const PAUSE_MS = 150;
const PATIENCE_MS = 5_000;

const answer = z.object({
  data: z.record(z.string(), z.record(z.string(), z.unknown()).nullable()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});
const refusal = z.object({ reason: z.string() });

/** What a mutation answered: the record, or the word that refuses it. */
export type Outcome = { readonly record: unknown; readonly refused: string | null };
export type Mutation = {
  readonly url: string;
  readonly token: string;
  /** `scheduleMilestone`: answered as `{ <record> refusal { reason } }`. */
  readonly name: string;
  readonly record: string;
  readonly selection: string;
  readonly input: object;
  /** Refusals that only mean "not yet": an event is still on its way. */
  readonly notYet?: readonly string[];
};

const documentOf = ({ name, record, selection }: Mutation): string => {
  const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${record} ${selection} refusal { reason } } }`;
};

type Signed = Pick<Mutation, 'url' | 'token'> & { readonly query: string; readonly variables?: object };

/** As the gateway asks a service. */
const post = ({ url, token, ...question }: Signed, secret: string): Promise<Response> => {
  const authorization = `Bearer ${token}`;
  const body = JSON.stringify(question);
  const requestId = newId();
  return fetch(`${url}/graphql`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      authorization,
      'x-request-id': requestId,
      [SIGNATURE_HEADER]: signRequest(
        [secret],
        { method: 'POST', path: '/graphql', requestId, body, token: authorization },
        new Date(),
      ),
    },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
};

/** Asks for nothing, so that a service has met this person. */
export const signIn = async (url: string, token: string, secret: string): Promise<void> => {
  const { status } = await post(
    { url, token, query: '{ myFamilies(first: 1) { edges { cursor } } }' },
    secret,
  );
  if (status !== 200) throw new Error(`Signing in was answered with ${status}.`);
};

const ask = async (mutation: Mutation, secret: string): Promise<Outcome | null> => {
  const { url, token, input } = mutation;
  const response = await post({ url, token, query: documentOf(mutation), variables: { input } }, secret);
  const payload = answer.parse(await response.json()).data?.[mutation.name];
  if (!payload) return null;
  const refused = payload.refusal ? refusal.parse(payload.refusal).reason : null;
  const record = payload[mutation.record] ?? null;
  // Done, but what was done could not be read any more: as good as no answer.
  return record === null && refused === null ? null : { record, refused };
};

/** One try: `null` when no answer came, or an error: it may have been done all the same. */
export const askOnce = (mutation: Mutation, secret: string): Promise<Outcome | null> =>
  ask(mutation, secret).catch(() => null);

/** Asks again and again, as a person would whose service is being killed, until it is done or refused for good. */
export const askUntilAnswered = async (mutation: Mutation, secret: string): Promise<Outcome> => {
  for (;;) {
    const outcome = await askOnce(mutation, secret);
    const isNotYet = outcome?.refused && mutation.notYet?.includes(outcome.refused);
    if (outcome && !isNotYet) return outcome;
    await wait(PAUSE_MS);
  }
};
