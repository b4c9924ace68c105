import { revokeReasons } from '../messages/revoke-sessions.reasons.ts';

/** The part of the graph that is of no agency. */
export const OWN_PART = 'gateway';

const words = Object.entries<{ readonly en: string }>(revokeReasons)
  .map(([word, { en }]) => `  "${en}"\n  ${word}`)
  .join('\n');

const TYPES = `
type Mutation {
  """
  Ends all sessions of somebody at the three agencies at once: what was signed in by now opens nothing from the answer on. Of
  oneself or, as an administrator, of somebody of the own agency. For: everybody who is signed in.
  """
  revokeSessions(
    "Whose."
    input: RevokeSessionsInput!
  ): RevokeSessionsPayload!
}

"Whose sessions end."
input RevokeSessionsInput {
  "The person, or the system, as the sign-in service knows them."
  sub: ID!
}

"What came of ending somebody’s sessions, or a refusal."
type RevokeSessionsPayload {
  "Whose sessions have ended; absent when refused."
  sub: ID
  """
  The agencies that did not confirm within two seconds: they are asked nothing on behalf of this person until they have. Empty
  when all have.
  """
  notConfirmed: [String!]! @listSize(assumedSize: 3)
  "Why nothing was ended; absent when it was."
  refusal: RevokeSessionsRefusal
}

"Why the change was not made; nothing was stored."
type RevokeSessionsRefusal {
  "The reason, stable for programs."
  reason: RevokeSessionsRefusalReason!
  "The reason as a sentence, in the language of \`Accept-Language\`."
  message: String!
  "Whether it only asks: sending the same again with \`confirmed: true\` passes it."
  isQuestion: Boolean!
}

"Why RevokeSessionsRefusal was given."
enum RevokeSessionsRefusalReason {
${words}
}
`;

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@listSize"])\n`;

/** What the gateway itself answers, as it is composed with the agencies' parts. */
export const ownSdl = (): string => `${FEDERATION}${TYPES}`;

/** The same, as it is executed. */
export const ownTypes = (): string => TYPES;
