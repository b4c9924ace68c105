import type { FastifyRequest } from 'fastify';

/** Somebody opens an address, or follows a link: browsers say so, programs ask for data. */
export const wantsPage = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  headers.accept?.includes('text/html') === true;
