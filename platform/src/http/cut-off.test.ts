import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { cuttingOffByTurns } from './cut-off.ts';

const connection = ({ writable = true } = {}) => {
  const said: string[] = [];
  const socket = {
    destroyed: false,
    writable,
    said,
    write: (text: string) => said.push(text) > 0,
    destroy: () => Object.assign(socket, { destroyed: true }),
  };
  return socket;
};
type Connection = ReturnType<typeof connection>;

const cutAll = (connections: readonly Connection[], code?: string) => {
  const cut = cuttingOffByTurns();
  for (const each of connections) cut({ code }, each as never);
};
const turn = () => new Promise(setImmediate);
const closed = (connections: readonly Connection[]) =>
  connections.filter(({ destroyed }) => destroyed).length;

describe('a connection without a request', () => {
  it.each([
    ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
    ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
    ['HPE_INVALID_METHOD', '400 Bad Request'],
    [undefined, '400 Bad Request'],
  ])('of which Node says %s is told %s and closed', async (code, status) => {
    const [open, mute] = [connection(), connection({ writable: false })];
    cutAll([open, mute], code);
    await turn();
    expect(open.said).toEqual([expect.stringMatching(new RegExp(`^HTTP/1.1 ${status}\r\n`))]);
    expect(mute.said).toEqual([]);
    expect(closed([open, mute])).toBe(2);
  });

  it('is let alone when it has closed meanwhile', async () => {
    const gone = connection();
    cutAll([gone]);
    gone.destroy();
    await turn();
    expect(gone.said).toEqual([]);
  });

  it('is cut off with three others in a turn, so that nobody waits for a thousand of them', async () => {
    const many = Array.from({ length: 1_000 }, () => connection());
    cutAll(many);
    expect(closed(many)).toBe(0);
    await turn();
    expect(closed(many)).toBeLessThanOrEqual(8);
    while (closed(many) < 1_000) await turn();
  });
});

describe('a server', () => {
  const http = fastify({ clientErrorHandler: cuttingOffByTurns() });
  let port: number;
  beforeAll(async () => {
    port = Number(new URL(await http.listen({ host: '127.0.0.1', port: 0 })).port);
  });
  afterAll(() => http.close());

  it('answers what is no request, and closes', async () => {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    const [answer] = await Promise.all([once(socket, 'data'), socket.write('NOT HTTP\r\n\r\n')]);
    expect(answer[0]).toMatch(/^HTTP\/1.1 400 Bad Request/);
    await once(socket, 'close');
  });
});
