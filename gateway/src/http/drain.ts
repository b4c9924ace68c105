import type { FastifyInstance } from 'fastify';

/** While closing, each answer ends its connection; an idle one kept open would hold the close up. */
export const endConnectionsWhenClosing = (http: FastifyInstance): void => {
  let isClosing = false;
  http.addHook('preClose', async () => {
    isClosing = true;
  });
  http.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
};
