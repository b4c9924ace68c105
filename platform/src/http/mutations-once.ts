import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { SIGNATURE_HEADER } from '../auth/inner-hop.ts';
import type { Database } from '../database/database.ts';
import { hasRows } from '../database/rows.ts';
import type { SubgraphContext } from '../subgraph.ts';

const UNAUTHORIZED = 401;

/**
 * Remembers a signature in the database, which all replicas share, and forgets those that are good no longer (`signature-window.ts`):
 * a few more than come, and none that another call is just forgetting.
 */
const REMEMBER = `
  with forgotten as (
    delete from heard_mutations where signature in (
      select signature from heard_mutations where heard_at < now() - interval '1 minute'
      order by heard_at limit 10 for update skip locked))
  insert into heard_mutations (signature) values ($1) on conflict do nothing returning signature`;

/** A mutation that was signed once is done once: whoever sends it again, as they overheard it, is not the gateway. */
export const mutationsOnce = (db: Pick<Database, 'query'>): ApolloServerPlugin<SubgraphContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, request }) {
        if (operation?.operation !== 'mutation') return;
        const signature = request.http?.headers.get(SIGNATURE_HEADER) ?? '';
        if (await hasRows(db, REMEMBER, [signature])) return;
        throw new GraphQLError('This was asked already.', {
          extensions: { code: 'UNAUTHENTICATED', http: { status: UNAUTHORIZED } },
        });
      },
    };
  },
});
