import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { badUserInput, type ErrorCode, isErrorCode, sentencesOf } from '../errors.ts';
import { type Catalogue, type Language, say } from '../messages.ts';
import { type Denial, isDenialReason } from './denials.ts';
import { inputMessages } from './input-messages.ts';

/** Codes whose own message is written for the caller; the others get a neutral sentence. */
const SPEAKING = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'ALIAS_SHADOWS_FIELD',
  'LIMIT_EXCEEDED',
]);

export const faultMessages: Catalogue<ErrorCode> = {
  fr: {
    UNAUTHENTICATED: 'Connectez-vous : la demande ne porte pas de jeton valide.',
    FORBIDDEN: 'Votre rôle ne permet pas cette opération.',
    NOT_SHARED: "Cette information n'est pas partagée avec vous.",
    BAD_USER_INPUT: 'Une valeur envoyée ne convient pas.',
    GRAPHQL_PARSE_FAILED: "La requête n'est pas du GraphQL valide.",
    GRAPHQL_VALIDATION_FAILED: 'La requête ne correspond pas au schéma.',
    ALIAS_SHADOWS_FIELD: "Un alias porte le nom d'un autre champ.",
    LIMIT_EXCEEDED: 'La requête dépasse une limite.',
    OPERATION_NOT_PUBLISHED: "Cette opération n'est pas publiée.",
    TOO_MANY_REQUESTS: 'Beaucoup de demandes arrivent à la fois. Patientez un instant, puis réessayez.',
    SERVICE_UNAVAILABLE: 'Un service ne répond pas pour le moment ; cette partie du dossier manque.',
    TRY_AGAIN: "L'information est en cours de mise à jour. Réessayez dans un instant.",
    INTERNAL_SERVER_ERROR:
      "Une erreur s'est produite de notre côté. Rien n'a été perdu de ce qui était confirmé.",
  },
  en: {
    UNAUTHENTICATED: 'Sign in: the request carries no valid token.',
    FORBIDDEN: 'Your role does not allow this operation.',
    NOT_SHARED: 'This information is not shared with you.',
    BAD_USER_INPUT: 'A value that was sent cannot be used.',
    GRAPHQL_PARSE_FAILED: 'The request is not valid GraphQL.',
    GRAPHQL_VALIDATION_FAILED: 'The request does not match the schema.',
    ALIAS_SHADOWS_FIELD: 'An alias bears the name of another field.',
    LIMIT_EXCEEDED: 'The request goes over a limit.',
    OPERATION_NOT_PUBLISHED: 'This operation is not published.',
    TOO_MANY_REQUESTS: 'Many requests arrive at once. Wait a moment, then try again.',
    SERVICE_UNAVAILABLE: 'A service does not answer at the moment; this part of the file is missing.',
    TRY_AGAIN: 'The information is being brought up to date. Try again in a moment.',
    INTERNAL_SERVER_ERROR: 'Something went wrong on our side. Nothing that was confirmed is lost.',
  },
};

/** Statement or lock time-out, refused or broken connection, server shutting down, pool exhausted. */
const UNAVAILABLE = /^(57014|57P0\d|08\d\d\d|53\d\d\d|ECONN|ETIMEDOUT|EPIPE)/;
const SILENT = /\btimeout\b|\bterminated\b|not queryable|\bended\b/i;

type DriverError = Error & { readonly code?: string };

/** A statement or a wait that took too long: perhaps the question's own fault, and no sign that the database is away. */
const TOO_LONG_CODE = '57014';
const TOO_LONG = /\btimeout\b/i;

/** TypeORM keeps the driver's error inside its own; it is not imported, so that the gateway loads no database code. */
const isDatabaseAway = (error: Error & { readonly driverError?: DriverError }): boolean => {
  const { code, message }: DriverError = error.driverError ?? error;
  return UNAVAILABLE.test(code ?? '') || (code === undefined && SILENT.test(message));
};

/** How graphql-js begins to say that a value does not fit its type; at execution it wraps such an error once more. */
const COERCION = /^(?:Variable "\$|Argument ")(?<name>\w+)" (?:got|has|of) /;

const coercedOf = ({ message }: GraphQLError): string | undefined => COERCION.exec(message)?.groups?.name;

const isCoercion = (error: GraphQLError): boolean =>
  !error.originalError || (error.originalError instanceof GraphQLError && coercedOf(error) !== undefined);

/** The code of an error. What graphql-js itself raised (no original error) is about what the caller sent. */
export const codeOf = (error: GraphQLError): ErrorCode => {
  const { code } = error.extensions;
  if (isErrorCode(code)) return code;
  if (isCoercion(error)) return 'BAD_USER_INPUT';
  return isDatabaseAway(error.originalError ?? error) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
};

/** Whether our side cannot work just now; the same request may succeed later. */
export const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const raised = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error });
  return codeOf(raised) === 'SERVICE_UNAVAILABLE';
};

/** graphql-js tells what was sent, which may be a person's; we tell where it stands. */
const wordsOf = (error: GraphQLError, code: ErrorCode, language: Language): string => {
  const coerced = coercedOf(error);
  const told = coerced ? badUserInput(coerced, inputMessages, 'NOT_OF_ITS_TYPE') : error;
  return (
    sentencesOf(told)?.[language] ?? (SPEAKING.has(code) ? error.message : say(faultMessages, language, code))
  );
};

const tookTooLong = (raised: Error & { readonly driverError?: DriverError }): boolean => {
  const { code, message }: DriverError = raised.driverError ?? raised;
  return code === TOO_LONG_CODE || (code === undefined && TOO_LONG.test(message));
};

/** Among services only: says that the answer is missing because something took too long; it never reaches a client. */
export const LATE = 'isLate';

/** Among services only: says that a change is stored whose outcome cannot be told; it never reaches a client. */
export const DEALT_WITH = 'isDealtWith';

/** Whether an error of an agency that did not answer is about time, not about a connection or a database that is away. */
export const isLate = (error: GraphQLError): boolean =>
  error.extensions[LATE] === true || tookTooLong(error.originalError ?? error);

/** What a denial says beside its code. */
const saidOf = ({ because, isPartial, count, place, positions }: GraphQLError['extensions']) => ({
  ...(isDenialReason(because) && { because }),
  ...(isPartial === true && { isPartial }),
  ...(Array.isArray(positions) && { count, place, positions }),
});

/** An error as it may leave a service: code, message, path; no statement, no address, no stack. */
export const publicError = (
  error: GraphQLError,
  language: Language,
  service: string,
): GraphQLFormattedError => {
  const code = codeOf(error);
  const argument = error.extensions.argument ?? coercedOf(error);
  return {
    message: wordsOf(error, code, language),
    ...(error.path && { path: error.path }),
    extensions: {
      code,
      service,
      ...(code === 'BAD_USER_INPUT' && typeof argument === 'string' && { argument }),
      ...(code === 'NOT_SHARED' && saidOf(error.extensions)),
    },
  };
};

/** A denial as it may leave a service; no error is made for it. */
export const publicDenial = (
  { path, because, isPartial }: Denial,
  language: Language,
  service: string,
): GraphQLFormattedError => ({
  message: say(faultMessages, language, 'NOT_SHARED'),
  path,
  extensions: {
    ...{ code: 'NOT_SHARED', service },
    ...(because && { because }),
    ...(isPartial && { isPartial }),
  },
});
