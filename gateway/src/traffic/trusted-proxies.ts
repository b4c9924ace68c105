import proxyAddress from '@fastify/proxy-addr';

/** Whether an address is one of our own proxies, whose word about where a request comes from is taken. */
export type TrustedProxies = (address: string) => boolean;

/** Nobody is trusted by default: the header that proxies write can be written by anyone. */
export const trustedProxies = (networks: readonly string[] = []): TrustedProxies => {
  const isTrusted = proxyAddress.compile([...networks]);
  return (address) => isTrusted(address, 0);
};
