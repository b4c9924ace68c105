import { isIPv6, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A town hall is one address, and opens many connections at once in the morning. */
const MOST_OF_ONE_ADDRESS = 100;
/** Whoever means to ask something has sent the headers by then, also on a busy machine. */
const GRACE_MS = 500;

const PREFIX_GROUPS = 4;

/** One household or office holds a whole /64 of version 6: its addresses are as one. */
export const addressOf = (ip: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 2 * PREFIX_GROUPS - groups.length - after.length);
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, PREFIX_GROUPS).join(':');
};

type Since = Map<Socket, number>;

/**
 * Connections on which nobody has shown yet who they are, by the address they come from. When one address has too
 * many, those that have waited longest give way: an honest one proves itself within milliseconds, a half-sent request
 * never does. So whoever sits behind the same address is not turned away.
 */
export class UnprovenConnections {
  readonly #byAddress = new Map<string, Since>();
  readonly #addresses = new WeakMap<Socket, string>();
  /** Kept open for many requests, a connection is watched once. */
  readonly #watched = new WeakSet<Socket>();
  readonly #clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.#clock = clock;
  }

  add(ip: string, socket: Socket): void {
    if (this.#addresses.has(socket) || socket.destroyed) return;
    const address = addressOf(ip);
    const since: Since = this.#byAddress.get(address) ?? new Map();
    this.#byAddress.set(address, since);
    this.#addresses.set(socket, address);
    since.set(socket, this.#clock());
    this.#watch(socket);
    this.#giveWay(since);
  }

  remove(socket: Socket): void {
    const address = this.#addresses.get(socket);
    if (address === undefined) return;
    this.#addresses.delete(socket);
    const since = this.#byAddress.get(address);
    since?.delete(socket);
    if (since?.size === 0) this.#byAddress.delete(address);
  }

  count(ip: string): number {
    return this.#byAddress.get(addressOf(ip))?.size ?? 0;
  }

  #watch(socket: Socket): void {
    if (this.#watched.has(socket)) return;
    this.#watched.add(socket);
    socket.once('close', () => this.remove(socket));
  }

  #giveWay(since: Since): void {
    for (const [socket, at] of since) {
      if (since.size <= MOST_OF_ONE_ADDRESS || this.#clock() - at < GRACE_MS) return;
      this.remove(socket);
      socket.destroy();
    }
  }
}

/**
 * Watches the connections of a server until somebody proves who they are; a proxy vouches for its own, since it
 * carries many people's requests and waits for slow ones itself.
 */
export const watchConnections = (
  http: FastifyInstance,
  isProxy: (ip: string) => boolean = () => false,
): UnprovenConnections => {
  const unproven = new UnprovenConnections();
  http.server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress && !isProxy(remoteAddress)) unproven.add(remoteAddress, socket);
  });
  return unproven;
};
