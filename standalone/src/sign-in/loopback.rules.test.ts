import { expect, it } from '@jest/globals';
import { isFromThisMachine } from './loopback.rules.ts';

const here = {
  remoteAddress: '127.0.0.1',
  localAddress: '127.0.0.1',
  host: 'localhost:4000',
  forwarded: [undefined],
};

it.each([
  ['over version 4', {}],
  ['over version 6', { remoteAddress: '::1', localAddress: '::1', host: '[::1]:4000' }],
  ['over version 4 in version 6', { remoteAddress: '::ffff:127.0.0.1', localAddress: '::ffff:127.0.0.1' }],
  ['without a port', { host: '127.0.0.1' }],
])('takes what comes from this machine %s', (_how, arrival) => {
  expect(isFromThisMachine({ ...here, ...arrival })).toBe(true);
});

it.each([
  ['from another machine', { remoteAddress: '192.0.2.1' }],
  ['to an address of the network', { localAddress: '192.0.2.1' }],
  ['by a foreign name', { host: 'localhost.evil.example' }],
  ['without a name', { host: undefined }],
  ['on a connection that is gone', { remoteAddress: undefined }],
  ['for somebody else', { forwarded: [undefined, '192.0.2.1'] }],
])('refuses what comes %s', (_how, arrival) => {
  expect(isFromThisMachine({ ...here, ...arrival })).toBe(false);
});
