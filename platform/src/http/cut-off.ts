import type { Socket } from 'node:net';

/** So few are cut off in less time than anybody feels; when nothing else is done, the next turn comes at once. */
const IN_ONE_TURN = 4;

const statuses: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};
const UNREADABLE = '400 Bad Request';

type CutOff = Pick<Socket, 'destroyed' | 'writable' | 'write' | 'destroy'>;

const cutOff = (socket: CutOff, code: string | undefined): void => {
  if (socket.destroyed) return;
  const status = statuses[code ?? ''] ?? UNREADABLE;
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
  socket.destroy();
};

/**
 * What Node does with connections on which no request came in time, or none that can be read: each is told so and closed, a few
 * between two looks at the network. Node finds all whose time is over in one go, and a thousand held up everybody else for a tenth of a second.
 */
export const cuttingOffByTurns = () => {
  const waiting: (() => void)[] = [];
  const nextTurn = (): void => {
    for (const cut of waiting.splice(0, IN_ONE_TURN)) cut();
    if (waiting.length > 0) setImmediate(nextTurn);
  };
  return ({ code }: { readonly code?: string | undefined }, socket: CutOff): void => {
    waiting.push(() => cutOff(socket, code));
    if (waiting.length === 1) setImmediate(nextTurn);
  };
};
