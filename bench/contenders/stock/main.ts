/** Apollo's gateway as its documentation starts it, over our services: its data source does nothing of ours but sign. */
import {
  ApolloGateway,
  type GraphQLDataSourceProcessOptions,
  RemoteGraphQLDataSource,
} from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { peerSettings } from '../peer-settings.ts';
import { signedHeaders } from '../signed-headers.ts';

process.env.APOLLO_TELEMETRY_DISABLED = '1';

type Context = { readonly authorization: string };

const { supergraph, secret, port, addressOf } = await peerSettings();

class Signing extends RemoteGraphQLDataSource<Context> {
  constructor(url: string) {
    super({ url });
    const plain = this.fetcher;
    this.fetcher = (to, init) =>
      plain(to, { ...init, headers: { ...init?.headers, ...signedHeaders(secret, init ?? {}) } } as never);
  }

  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>): void {
    if ('authorization' in context) request.http?.headers.set('authorization', context.authorization);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: supergraph,
  buildService: ({ name }) => new Signing(`${addressOf(name)}/graphql`),
});
const server = new ApolloServer<Context>({ gateway, introspection: false });
await startStandaloneServer(server, {
  listen: { port, host: '127.0.0.1' },
  context: async ({ req }) => ({ authorization: req.headers.authorization ?? '' }),
});
process.on('SIGTERM', () => void server.stop().finally(() => process.exit(0)));
