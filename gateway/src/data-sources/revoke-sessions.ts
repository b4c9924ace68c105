import type { WorksFor } from '@relais/platform/auth/whose-sessions.ts';
import { RelaisError } from '@relais/platform/errors.ts';
import { sentenceOf, type Word } from '@relais/platform/graphql/reasons.ts';
import { newId } from '@relais/platform/ids.ts';
import { buildSchema, execute, type GraphQLSchema } from 'graphql';
import { revokeReasons } from '../messages/revoke-sessions.reasons.ts';
import type { GatewayContext } from '../request-context.ts';
import type { Endings } from './endings.ts';
import { OWN_PART, ownTypes } from './own-graph.ts';
import { type RelaisDataSource, resilientDataSource } from './resilient-data-source.ts';
import { revokeRefusal } from './revoke-sessions.rules.ts';
import { withinTime } from './time-limit.ts';

/** For whom somebody works, as an agency tells whose token this is. */
export type AgencyOf = (asked: { readonly token: string; readonly sub: string }) => Promise<WorksFor | null>;

/** What the gateway needs of the agencies to end sessions. */
export type Revoking = { readonly endings: Endings; readonly agencies: Readonly<Record<string, AgencyOf>> };

const LONGEST_WAIT_MS = 1_000;
const AWAY = Symbol('away');

/** What those agencies know that answer in time. */
const knownOf = async (
  agencies: Revoking['agencies'],
  { authorization: token }: GatewayContext,
  sub: string,
): Promise<readonly (WorksFor | null)[]> => {
  const asked = Object.values(agencies).map((agencyOf) =>
    withinTime(LONGEST_WAIT_MS, () => agencyOf({ token, sub })).catch(() => AWAY),
  );
  const answers = await Promise.all(asked);
  const known = answers.filter((each) => typeof each !== 'symbol');
  if (known.length === 0) throw new RelaisError('SERVICE_UNAVAILABLE', 'No agency says who that is.');
  return known;
};

const refused = (reason: Word<typeof revokeReasons>, { language }: GatewayContext) => ({
  notConfirmed: [],
  refusal: { reason, message: sentenceOf(revokeReasons[reason], language), isQuestion: false },
});

/** Judged by what the agencies know, so that it goes on while some of them are away. */
const revokeSessions = async ({ endings, agencies }: Revoking, sub: string, context: GatewayContext) => {
  const { user } = context;
  const mayAsk = user.admin && sub !== user.sub;
  const refusal = revokeRefusal(user, sub, mayAsk ? await knownOf(agencies, context, sub) : []);
  if (refusal) return refused(refusal, context);
  const by = { id: newId(), sub: user.sub, agency: user.agency };
  return { sub, notConfirmed: await endings.end({ kind: 'SUB', name: sub, since: new Date(), by }) };
};

const schemaWith = (revoking: Revoking): GraphQLSchema => {
  // Checked when it is composed; that there is no question is no fault of a part.
  const schema = buildSchema(ownTypes(), { assumeValid: true, assumeValidSDL: true });
  const field = schema.getMutationType()?.getFields().revokeSessions;
  if (field)
    field.resolve = (_root, { input }: { input: { sub: string } }, context: GatewayContext) =>
      revokeSessions(revoking, input.sub, context);
  return schema;
};

/** Answers the gateway's own part of the graph. */
export const ownDataSource = (revoking: Revoking): RelaisDataSource => {
  const schema = schemaWith(revoking);
  return resilientDataSource({
    name: OWN_PART,
    async ask({ document, variables, operationName, context }) {
      const answer = await execute({
        schema,
        document,
        variableValues: variables,
        operationName,
        contextValue: context,
      });
      return { data: answer.data, errors: answer.errors ?? [] };
    },
  });
};
