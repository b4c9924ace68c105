import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';

const french = {
  TOO_DEEP: 'La requête descend sur {found} niveaux ; {most} au plus sont permis.',
  TOO_MANY_ALIASES: 'La requête porte {found} alias ; {most} au plus sont permis.',
  TOO_MANY_OBJECTS:
    'La réponse pourrait compter {found} objets ; {most} au plus sont permis. Demandez des pages plus petites ou moins de listes à la fois.',
  TOO_MANY_RECORDS:
    "La requête vise {found} enregistrements d'un même organisme à la fois ; {most} au plus sont permis.",
  TOO_MUCH_TEXT: 'Le texte de la requête dépasse {most} mots et signes.',
  TOO_MANY_SELECTIONS: 'La requête demande trop de champs une fois ses fragments écrits en entier.',
  BODY_TOO_LARGE: 'Le corps de la demande dépasse {most} Kio.',
  ANSWER_TOO_LARGE:
    'La réponse dépasserait {most} Mio. Demandez des pages plus petites ou moins de champs à la fois.',
  ONLY_CONDITIONS:
    'Le champ « {field} » est demandé sous condition, et tout ce qu’il contient aussi : ajoutez-y __typename.',
  ALIAS_RESERVED: "L'alias « {alias} » est réservé à la passerelle.",
  ALIAS_SHADOWS: "L'alias « {alias} » porte le nom du champ « {field} ».",
  RESERVED_VARIABLE: '{where} : ce nom est réservé.',
  UNKNOWN_OPERATION: 'Argument "operationName" : la requête ne contient pas cette opération.',
  NO_SUBSCRIPTIONS: 'Les abonnements ne sont pas proposés : envoyez une requête ou une mutation.',
  NOT_A_REQUEST: '{where} : envoyez {"query": "…", "variables": {…}} en JSON.',
  UNKNOWN_PURPOSE:
    'X-Relais-Purpose : cette finalité n’est pas de celles de votre rôle ({purposes}). Sans en-tête, c’est la première.',
  NOT_JSON: "Le corps de la demande n'est pas du JSON.",
  NOT_THIS_TYPE: 'Envoyez du JSON (content-type: application/json).',
  NOT_ACCEPTABLE: 'La réponse est du JSON : acceptez application/json ou application/graphql-response+json.',
  NOT_FOUND: 'Rien ici ; envoyez vos demandes à POST /graphql.',
  UNUSABLE: 'La demande ne peut pas être lue.',
  NOT_PUBLISHED:
    'Cette opération n’est pas publiée, et n’a pas été lue. Rechargez la page ; si cela se reproduit, dites-le à la personne qui tient cette page ou ce programme.',
  NOT_FROM_OUR_PAGE:
    'Cette demande ne vient pas de la page de Relais où vous êtes. Rechargez la page ; un programme envoie un jeton et non un cookie.',
  OTHER_SESSION: "Une autre personne s'est connectée dans ce navigateur : rechargez la page.",
  SESSION_OVER: 'Votre session est terminée : connectez-vous à nouveau.',
  SIGNED_IN: 'Vous êtes connecté(e).',
  GO_ON: 'Continuer',
  TRY_AGAIN: 'Se connecter à nouveau',
  SIGN_IN_OVER: 'Cette connexion a duré trop longtemps, ou a commencé dans un autre navigateur.',
  SIGN_IN_REFUSED: "Vous n'êtes pas connecté(e) : la connexion a été annulée ou refusée.",
  ISSUER_AWAY: 'Le service de connexion ne répond pas. Réessayez dans un moment.',
  SIGN_IN: 'Connectez-vous : la demande ne porte pas de jeton valide.',
  TOKEN_EXPIRED: 'Votre session est terminée : connectez-vous à nouveau.',
  TOKEN_OF_LATER:
    "Ce jeton ne vaut pas encore : l'horloge du service de connexion ou celle de Relais n'est pas à l'heure. Prévenez la personne qui gère les accès.",
  TOKEN_FOR_OTHERS: 'Ce jeton a été fait pour un autre service : connectez-vous à Relais.',
  NO_ACCESS_TOKEN: 'Ce jeton ne sert pas à interroger Relais : connectez-vous.',
  TOKEN_LIVES_TOO_LONG:
    'Ce jeton vaut trop longtemps : connectez-vous à nouveau. La personne qui gère les accès peut raccourcir sa durée.',
  TOKEN_WITHOUT_ROLE:
    "Votre compte n'a pas de rôle dans Relais. La personne qui gère les comptes de votre organisme peut l'ajouter.",
  VALUE_NEEDED: '{where} : une valeur est attendue.',
  NO_SUCH_FIELD: "{where} : {type} n'a pas de champ « {field} ».",
  STRANGE_FIELD: "{where} : {type} n'a pas de champ de ce nom.",
  NOT_A_WHOLE_NUMBER: '{where} : un nombre entier est attendu, 2 147 483 647 au plus.',
  NOT_OF_TYPE: '{where} : une valeur de type {type} est attendue.',
  NOT_A_DATE: '{where} : un jour qui existe, de 1900 à 2199, est attendu, par exemple 2026-03-02.',
  NOT_AN_INSTANT:
    '{where} : un instant de 1900 à 2199 avec son décalage horaire est attendu, par exemple 2026-03-02T09:30:00+01:00.',
  NOT_A_TIME: '{where} : une heure est attendue, par exemple 09:30.',
} as const;

export type SentenceKey = keyof typeof french;

/** What the gateway itself says, in each language; `{name}` stands for a parameter. */
const sentences: Catalogue<SentenceKey> = {
  fr: french,
  en: {
    TOO_DEEP: 'The operation is {found} objects deep; at most {most} are allowed.',
    TOO_MANY_ALIASES: 'The operation has {found} aliases; at most {most} are allowed.',
    TOO_MANY_OBJECTS:
      'The answer may hold {found} objects; at most {most} are allowed. Ask for smaller pages or fewer lists at once.',
    TOO_MANY_RECORDS:
      'The request reaches {found} records of one agency at once; at most {most} are allowed.',
    TOO_MUCH_TEXT: 'The text of the request has more than {most} words and signs.',
    TOO_MANY_SELECTIONS: 'The request asks for too many fields once its fragments are written out.',
    BODY_TOO_LARGE: 'The body of the request is larger than {most} KiB.',
    ANSWER_TOO_LARGE:
      'The answer would be larger than {most} MiB. Ask for smaller pages or fewer fields at once.',
    ONLY_CONDITIONS:
      'The field "{field}" is asked under a condition, and so is all that it holds: add __typename to it.',
    ALIAS_RESERVED: 'The alias "{alias}" is reserved for the gateway.',
    ALIAS_SHADOWS: 'The alias "{alias}" bears the name of the field "{field}".',
    RESERVED_VARIABLE: '{where}: this name is reserved.',
    UNKNOWN_OPERATION: 'Argument "operationName": the document has no such operation.',
    NO_SUBSCRIPTIONS: 'Subscriptions are not offered: send a query or a mutation.',
    NOT_A_REQUEST: '{where}: send {"query": "…", "variables": {…}} as JSON.',
    UNKNOWN_PURPOSE:
      'X-Relais-Purpose: this purpose is none of your role’s ({purposes}). Without the header it is the first.',
    NOT_JSON: 'The body of the request is not JSON.',
    NOT_THIS_TYPE: 'Send JSON (content-type: application/json).',
    NOT_ACCEPTABLE: 'The answer is JSON: accept application/json or application/graphql-response+json.',
    NOT_FOUND: 'Nothing is found here; POST /graphql.',
    UNUSABLE: 'The request cannot be read.',
    NOT_PUBLISHED:
      'This operation is not published, and was not read. Reload the page; if it happens again, tell whoever looks after this page or program.',
    NOT_FROM_OUR_PAGE:
      'This request does not come from the page of Relais that you are on. Reload the page; a program sends a token, not a cookie.',
    OTHER_SESSION: 'Somebody else has signed in with this browser: reload the page.',
    SESSION_OVER: 'Your session has ended: sign in again.',
    SIGNED_IN: 'You are signed in.',
    GO_ON: 'Continue',
    TRY_AGAIN: 'Sign in again',
    SIGN_IN_OVER: 'This sign-in took too long, or began in another browser.',
    SIGN_IN_REFUSED: 'You are not signed in: the sign-in was cancelled or refused.',
    ISSUER_AWAY: 'The sign-in service does not answer. Try again in a moment.',
    SIGN_IN: 'Sign in: the request carries no valid token.',
    TOKEN_EXPIRED: 'Your session has ended: sign in again.',
    TOKEN_OF_LATER:
      'This token is not valid yet: the clock of the sign-in service or of Relais is wrong. Tell whoever manages the sign-in.',
    TOKEN_FOR_OTHERS: 'This token was made for another service: sign in to Relais.',
    NO_ACCESS_TOKEN: 'This token is not one to ask Relais with: sign in.',
    TOKEN_LIVES_TOO_LONG:
      'This token lives for too long: sign in again. Whoever manages the sign-in can shorten its life.',
    TOKEN_WITHOUT_ROLE:
      'Your account has no role in Relais. Whoever looks after the accounts of your agency can add it.',
    VALUE_NEEDED: '{where}: a value is needed.',
    NO_SUCH_FIELD: '{where}: {type} has no field "{field}".',
    STRANGE_FIELD: '{where}: {type} has no field of this name.',
    NOT_A_WHOLE_NUMBER: '{where}: a whole number is needed, 2,147,483,647 at most.',
    NOT_OF_TYPE: '{where}: a value of type {type} is needed.',
    NOT_A_DATE: '{where}: a day that exists, from 1900 to 2199, is needed, for example 2026-03-02.',
    NOT_AN_INSTANT:
      '{where}: an instant from 1900 to 2199 with its offset is needed, for example 2026-03-02T09:30:00+01:00.',
    NOT_A_TIME: '{where}: a time of day is needed, for example 09:30.',
  },
};

/** What is to be said; the words are found where the language of the reader is known. */
export type Sentence = {
  readonly key: SentenceKey;
  readonly parameters?: Readonly<Record<string, string | number>>;
};

export const inWords = ({ key, parameters }: Sentence, language: Language): string =>
  say(sentences, language, key, parameters);
