/** Hive's gateway with its planner in Rust, over our services. Plain JavaScript: what it imports is installed in this folder only. */
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { peerSettings } from '../peer-settings.ts';
import { signedHeaders } from '../signed-headers.ts';

const { supergraph, secret, port, addressOf } = await peerSettings();

const withAddresses = supergraph.replace(
  /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
  (_, name) => `@join__graph(name: "${name}", url: "${addressOf(name)}/graphql")`,
);

const signing = {
  onFetch({ options, setOptions }) {
    const { headers, body } = options;
    setOptions({ ...options, headers: { ...headers, ...signedHeaders(secret, { headers, body }) } });
  },
};

const gateway = createGatewayRuntime({
  supergraph: withAddresses,
  unifiedGraphHandler,
  logging: false,
  landingPage: false,
  graphiql: false,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }),
  },
  plugins: () => [signing],
});

const server = createServer(gateway);
server.listen(port, '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
