import { TokenRefused, type TokenVerifier } from '@relais/platform/auth/tokens.ts';
import type { UnprovenConnections } from '@relais/platform/http/unproven-connections.ts';
import { onceGone, whenGone } from '@relais/platform/http/when-gone.ts';
import { Turns } from '@relais/platform/traffic/turns.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Endings } from '../data-sources/endings.ts';
import { verifyAtDoor } from '../http/door.ts';
import { turnedAway } from '../http/errors.ts';
import { Arrivals } from '../traffic/arrivals.ts';
import { type AuthorizationOf, identify, identityOf } from '../traffic/identify.ts';
import { traffic } from '../traffic/limits.ts';
import type { ChangesOf } from './agency-changes.ts';
import { ChangeStream } from './change-stream.ts';
import { positionIn } from './position.ts';
import { Pulse } from './pulse.ts';

export type ServeChangesOptions = {
  readonly changesOf: ChangesOf;
  readonly authorizationOf: AuthorizationOf;
  readonly verifyToken: TokenVerifier;
  readonly endings: Pick<Endings, 'mayAsk'>;
  readonly unproven: UnprovenConnections;
  readonly patience: number;
  /** How often a stream shows that it is there, and that its session is; tests wait less. */
  readonly heartbeatMs?: number;
  readonly pulseMs?: number;
};

const OK = 200;
const TOO_MANY = 429;
const OVERLOADED = 503;
/** Well within what a connection may be silent for. */
const HEARTBEAT_MS = 15_000;
/** Then whoever listens comes again, with a renewed token where theirs is of a session. */
const LONGEST_LIFE_MS = 30 * 60_000;
/** Of whoever listens and does not read. */
const MOST_UNREAD_BYTES = 64 * 1_024;
/** After which a client comes again. */
const RETRY_MS = 5_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Proxies that gather an answer before they send it.
  'x-accel-buffering': 'no',
};

const refusals = {
  CALLER: () => turnedAway('TOO_MANY_REQUESTS', 'too many streams of one person', TOO_MANY),
  EVERYBODY: () => turnedAway('SERVICE_UNAVAILABLE', 'too many streams', OVERLOADED),
} as const;

const lastEventId = ({ headers }: FastifyRequest): string | undefined => headers['last-event-id']?.toString();

class NotYetTold extends GraphQLError {
  constructor() {
    super('The agency does not know yet whose session has ended.', {
      extensions: { code: 'UNAUTHENTICATED' },
    });
  }
}

type Streaming = ServeChangesOptions & {
  readonly pulse: Pulse;
  /** So many asked of agencies at once, however many listen: it takes no turn of those who ask. */
  readonly turns: Turns;
  readonly open: Set<() => void>;
};

const stream = (request: FastifyRequest, reply: FastifyReply, options: Streaming): void => {
  const { changesOf, endings, verifyToken, pulse, turns, open, heartbeatMs = HEARTBEAT_MS } = options;
  const { user, authorization: token } = identityOf(request);
  const { raw } = reply;
  const gone = whenGone(reply);
  const end = (): void => void raw.end();
  const write = (text: string): void => {
    if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
    if (!raw.writableEnded) raw.write(text);
  };
  const told = new ChangeStream({
    agencies: Object.keys(changesOf),
    from: positionIn(lastEventId(request), Date.now()),
    async ask(agency, since) {
      const source = changesOf[agency];
      if (!source || !(await endings.mayAsk(agency, user))) throw new NotYetTold();
      return turns.during(user.sub, gone, () => source.changes({ token, since }));
    },
    ...{ write, end },
  });
  const stopListening = pulse.listen((beat) => told.hear(beat));
  const heartbeat = setInterval(() => {
    write(':\n\n');
    told.retry();
    // While the keys cannot be fetched, nobody is signed out.
    verifyToken(token).catch((error: unknown) => error instanceof TokenRefused && end());
  }, heartbeatMs);
  const life = setTimeout(end, LONGEST_LIFE_MS);
  open.add(end);
  onceGone(reply, () => {
    told.end();
    stopListening();
    clearInterval(heartbeat);
    clearTimeout(life);
    open.delete(end);
  });
  write(`retry: ${RETRY_MS}\n\n`);
  void told.open();
};

/**
 * `GET /events/me`: tells a screen that something changed which its person may see, by kind and id, so that it reads anew. No
 * request of theirs waits for it, and none is counted.
 */
export const serveChanges = async (http: FastifyInstance, options: ServeChangesOptions): Promise<void> => {
  const { authorizationOf, verifyToken, unproven, changesOf, pulseMs, patience } = options;
  const { arrivals, turns, signIns } = traffic.streams;
  const arriving = new Arrivals(arrivals);
  const streaming = {
    ...options,
    pulse: new Pulse(changesOf, pulseMs),
    turns: new Turns({ ...turns, longestWaitMs: turns.longestWaitMs * patience }),
    open: new Set<() => void>(),
  };
  const identifying = {
    authorizationOf,
    verify: verifyAtDoor(verifyToken),
    unproven,
    turns: new Turns(signIns),
  };
  http.addHook('onRequest', identify(identifying));
  http.addHook('preClose', async () => {
    for (const end of streaming.open) end();
  });
  http.get('/events/me', (request, reply) => {
    const surplus = arriving.arrive(identityOf(request).user.sub, reply);
    if (surplus) throw refusals[surplus]();
    reply.hijack();
    reply.raw.writeHead(OK, { ...HEADERS, 'x-request-id': request.id });
    stream(request, reply, streaming);
  });
};
