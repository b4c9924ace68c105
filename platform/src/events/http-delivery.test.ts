import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Dispatcher, getGlobalDispatcher, ProxyAgent, setGlobalDispatcher } from 'undici';
import { newId } from '../ids.ts';
import { type RelaisEvent, SubscriberAway } from './event.ts';
import { eventKey, eventPublicKeys, newEventKey } from './event-keys.ts';
import { httpDelivery } from './http-delivery.ts';
import { openEvent } from './sealed-event.ts';

const pair = newEventKey();

const EVENT: RelaisEvent = {
  specversion: '1.0',
  id: newId(),
  source: 'employment',
  type: 'test.step.v1',
  subject: newId(),
  time: '2026-03-02T08:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: 1,
  data: { step: 1 },
};

describe('delivery over HTTP', () => {
  const received: unknown[] = [];
  let server: Server;
  let status = 204;
  let environment: Dispatcher;

  const deliver = () => {
    const { port } = server.address() as AddressInfo;
    return httpDelivery({ 'early-childhood': `http://127.0.0.1:${port}` }, eventKey.parse(pair.key))(
      'early-childhood',
      EVENT,
    );
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        received.push(body);
        response.writeHead(status).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    environment = getGlobalDispatcher();
  });
  beforeEach(() => {
    received.length = 0;
    status = 204;
  });
  afterAll(async () => {
    setGlobalDispatcher(environment);
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('goes to the other agency itself, whatever proxy the environment names', async () => {
    setGlobalDispatcher(new ProxyAgent('http://127.0.0.1:9'));
    await deliver();
    const keys = eventPublicKeys.parse(`employment=${pair.publicKey}`);
    const opened = await openEvent(String(received[0]), {
      keys,
      audience: 'early-childhood',
      now: new Date(),
    });
    expect(opened).toEqual({ agency: 'employment', event: EVENT });
    expect(received).toHaveLength(1);
  });

  it.each([429, 502, 503, 504])('takes %i for absence', async (answered) => {
    status = answered;
    await expect(deliver()).rejects.toBeInstanceOf(SubscriberAway);
  });

  it.each([400, 401, 500])('takes %i for a refusal', async (answered) => {
    status = answered;
    await expect(deliver()).rejects.not.toBeInstanceOf(SubscriberAway);
  });
});
