import { serverTimes } from '@relais/platform/http/server-times.ts';
import { watchConnections } from '@relais/platform/http/unproven-connections.ts';
import { fastify } from 'fastify';

/**
 * A server that lets in, counts and cuts off as the city does, and does nothing else. Attacked in its place, it shows what the
 * attacker takes of a machine that the city shares with it.
 */
const http = fastify(serverTimes());
const unproven = watchConnections(http);
http.addHook('onRequest', async ({ headers, raw }) => {
  if (headers.authorization) unproven.remove(raw.socket);
});
http.post('/graphql', async () => ({}));
const url = await http.listen({ host: '127.0.0.1', port: 0 });
process.on('disconnect', () => process.exit(0));
process.send?.({ url });
