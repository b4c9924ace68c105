export type Arrival = {
  readonly remoteAddress: string | undefined;
  readonly localAddress: string | undefined;
  readonly host: string | undefined;
  /** What proxies write about whom they speak for. */
  readonly forwarded: readonly unknown[];
};

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);

const isLoopbackName = (host: string | undefined): boolean =>
  host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

/**
 * Whether a request was made on this machine. Both ends of the connection say so; `Host` alone could be written by anybody, and is
 * looked at because a foreign name may lead to this machine.
 */
export const isFromThisMachine = ({ remoteAddress, localAddress, host, forwarded }: Arrival): boolean =>
  isLoopback(remoteAddress) &&
  isLoopback(localAddress) &&
  isLoopbackName(host) &&
  forwarded.every((each) => each === undefined);
