import { resilientDataSource } from '@relais/gateway/data-sources/resilient-data-source.ts';
import { type RunningGateway, startGateway } from '@relais/gateway/gateway.ts';
import { userClaims } from '@relais/platform/auth/user.ts';
import { createLog } from '@relais/platform/log.ts';
import { type FieldDefinitionNode, GraphQLError, Kind, parse, print, type TypeNode, visit } from 'graphql';

/** The audit asks more in a minute than anybody does, and of a machine that may be busy. */
const PATIENCE = 1_000;

const auditor = userClaims.parse({ sub: 'audit', role: 'AUDITOR' });

type Address = { readonly name: string; readonly url: string };
type Sent = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Record<string, unknown>;
};

const errorOf = ({ message, path, extensions = {} }: Sent): GraphQLError =>
  new GraphQLError(message, { path: path ?? null, extensions });

/** Asks a subgraph that is none of ours: unsigned, at an address of any path. */
const sourceOf = (name: string, addresses: readonly Address[]) =>
  resilientDataSource({
    name,
    patience: PATIENCE,
    async ask({ query, variables, operationName }, { signal }) {
      const response = await fetch(addresses.find((each) => each.name === name)?.url ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables, operationName }),
        signal,
      });
      const { data, errors = [] }: { data?: Record<string, unknown>; errors?: Sent[] } = JSON.parse(
        await response.text(),
      );
      return { data, errors: errors.map(errorOf) };
    },
  });

const LIST_SIZE = 'directive @listSize(assumedSize: Int) on FIELD_DEFINITION';
/** None of the audit's lists holds more. */
const SIZE = '@listSize(assumedSize: 5)';

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;

/** Says how many each list holds, as a graph before our gateway does: what nobody measured is taken for a hundred. */
const measured = (supergraphSdl: string): string => {
  const [sample] = parse(`type A { b: Int ${SIZE} }`).definitions;
  const directives =
    sample?.kind === Kind.OBJECT_TYPE_DEFINITION ? sample.fields?.[0]?.directives : undefined;
  const sized = visit(parse(supergraphSdl), {
    FieldDefinition: (field): FieldDefinitionNode | undefined =>
      isList(field.type)
        ? { ...field, directives: [...(field.directives ?? []), ...(directives ?? [])] }
        : undefined,
  });
  return `${print(sized)}\n${LIST_SIZE}\n`;
};

/** Our gateway as it is, before a supergraph of somebody else. */
export const openAudited = (supergraphSdl: string, addresses: readonly Address[]): Promise<RunningGateway> =>
  startGateway({
    supergraphSdl: measured(supergraphSdl),
    dataSourceFor: (name) => sourceOf(name, addresses),
    verifyToken: async () => auditor,
    log: createLog('gateway', 'silent'),
    readiness: {},
    port: 0,
    host: '127.0.0.1',
    isExplorable: true,
    patience: PATIENCE,
  });
