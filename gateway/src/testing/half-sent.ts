import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Opens connections that begin a request and never end it; `headers` are those of the request. */
export const sendHalf = async (url: string, count: number, headers: readonly string[]): Promise<Socket[]> => {
  const { hostname, port } = new URL(url);
  const head = ['POST /graphql HTTP/1.1', `host: ${hostname}`, ...headers].join('\r\n');
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(Number(port), hostname);
      // What it is answered, and that it is cut off, is the server's business.
      socket.on('error', () => undefined);
      socket.resume();
      await once(socket, 'connect');
      socket.write(head);
      return socket;
    }),
  );
};

/** Headers of a body of which only the beginning is sent. */
export const halfBody = (token: string): string[] => [
  'content-type: application/json',
  'content-length: 5000',
  ...(token ? [`authorization: Bearer ${token}`] : []),
  '',
  '{"query":',
];
