const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** A socket's folder, or this machine by its name: nobody is on the way. */
const isHere = ({ hostname, searchParams }: URL): boolean => {
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return host.startsWith('/') || LOOPBACK.test(host);
};

/**
 * Whether what is asked of a database could be read, or answered, by somebody on the way. Only `verify-full` excludes
 * both: the certificate is one of the authority that is named (`sslrootcert`), and of the server that was asked for.
 */
export const isOpenToOthers = (address: string): boolean => {
  const url = new URL(address);
  const [mode, ...others] = url.searchParams.getAll('sslmode');
  return !isHere(url) && (mode !== 'verify-full' || others.length > 0);
};
