import type { Language } from '@relais/platform/messages.ts';

/** How graphql-js begins or writes a sentence in English, and the French of it; `$1` is what stood in the brackets. */
const FRENCH: readonly (readonly [english: RegExp, french: string])[] = [
  [/^Syntax Error: Expected (.+), found (.+)\.$/, 'Erreur de syntaxe : $1 est attendu au lieu de $2.'],
  [
    /^Syntax Error: Unexpected (?:single quote )?character: .*$/s,
    'Erreur de syntaxe : un caractère ne convient pas.',
  ],
  [/^Syntax Error: Unexpected (.+)\.$/, 'Erreur de syntaxe : $1 est inattendu.'],
  [/^Syntax Error: Unterminated string\.$/, 'Erreur de syntaxe : un texte ne se termine pas.'],
  [
    /^Syntax Error: Invalid (?:character|character escape sequence|Unicode escape sequence)\b.*$/s,
    'Erreur de syntaxe : un caractère ne convient pas.',
  ],
  [/^Syntax Error: Invalid number\b.*$/s, 'Erreur de syntaxe : un nombre est mal écrit.'],
  [/^Syntax Error: .*$/s, "Erreur de syntaxe : la requête n'est pas du GraphQL valide."],
  [/^The (.+) definition is not executable\.$/, "La définition de $1 ne s'exécute pas."],
  [
    /^Cannot query field "(.+?)" on type "(.+?)"\.(.*)$/,
    "Le champ « $1 » n'existe pas sur le type « $2 ».$3",
  ],
  [
    /^Fragment cannot condition on non composite type "(.+)"\.$/,
    "Un fragment ne porte pas sur le type « $1 », qui n'a pas de champs.",
  ],
  [
    /^Fragment "(.+)" cannot condition on non composite type "(.+)"\.$/,
    "Le fragment « $1 » ne porte pas sur le type « $2 », qui n'a pas de champs.",
  ],
  [/^Unknown argument "(.+?)" on field "(.+?)"\.(.*)$/, "Le champ « $2 » n'a pas d'argument « $1 ».$3"],
  [
    /^Unknown argument "(.+?)" on directive "(.+?)"\.(.*)$/,
    "La directive « $2 » n'a pas d'argument « $1 ».$3",
  ],
  [/^Unknown directive "(.+)"\.$/, "La directive « $1 » n'existe pas."],
  [/^Directive "(.+)" may not be used on (.+)\.$/, 'La directive « $1 » ne se place pas ici ($2).'],
  [/^Unknown fragment "(.+)"\.$/, "Le fragment « $1 » n'est pas défini."],
  [/^Unknown type "(.+?)"\.(.*)$/, "Le type « $1 » n'existe pas.$2"],
  [
    /^This anonymous operation must be the only defined operation\.$/,
    'Une opération sans nom doit être la seule de la requête.',
  ],
  [/^GraphQL introspection is not allowed .*$/, "La description du schéma n'est pas donnée ici."],
  [/^Maximum introspection depth exceeded$/, 'La description du schéma est demandée sur trop de niveaux.'],
  [/^Cannot spread fragment "(.+?)" within itself.*$/, 'Le fragment « $1 » se contient lui-même.'],
  [/^Variable "(.+?)" is not defined.*$/, "La variable « $1 » n'est pas déclarée."],
  [/^Variable "(.+?)" is never used.*$/, 'La variable « $1 » ne sert pas.'],
  [/^Fragment "(.+)" is never used\.$/, 'Le fragment « $1 » ne sert pas.'],
  [
    /^Fields "(.+?)" conflict because .*$/s,
    'Les champs « $1 » se contredisent : donnez-leur des alias différents.',
  ],
  [
    /^Fragment (?:"(.+)" )?cannot be spread here as objects of type "(.+)" can never be of type "(.+)"\.$/,
    'Un fragment sur « $3 » ne se place pas ici : les objets sont de type « $2 ».',
  ],
  [
    /^Field "(.+)" argument "(.+)" of type "(.+)" is required, but it was not provided\.$/,
    "L'argument « $2 » ($3) du champ « $1 » est nécessaire.",
  ],
  [
    /^Directive "(.+)" argument "(.+)" of type "(.+)" is required, but it was not provided\.$/,
    "L'argument « $2 » ($3) de la directive « $1 » est nécessaire.",
  ],
  [
    /^Field "(.+)" must not have a selection since type "(.+)" has no subfields\.$/,
    "Le champ « $1 » ($2) n'a pas de sous-champs.",
  ],
  [
    /^Field "(.+)" of type "(.+)" must have .*$/,
    'Le champ « $1 » ($2) demande une sélection de sous-champs.',
  ],
  [/^(?:Anonymous )?Subscription .*$/, 'Les abonnements ne sont pas proposés.'],
  [
    /^There can be only one (argument|input field|fragment|operation|variable|directive|type) named "(.+)"\.$/,
    'Le nom « $2 » est donné deux fois.',
  ],
  [
    /^The directive "(.+)" can only be used once at this location\.$/,
    "La directive « $1 » ne se place qu'une fois ici.",
  ],
  [/^Field "(.+)" of required type "(.+)" was not provided\.$/, 'Le champ « $1 » ($2) est nécessaire.'],
  [/^Field "(.+?)" is not defined by type "(.+?)"\.(.*)$/, "Le type « $2 » n'a pas de champ « $1 ».$3"],
  [/^(\w+) cannot represent .*$/s, 'Une valeur de type « $1 » est attendue.'],
  [/^Enum "(.+?)" cannot represent .*$/s, 'Une valeur de type « $1 » est attendue.'],
  [/^Value ".*" does not exist in "(.+?)" enum\..*$/s, 'Une valeur de type « $1 » est attendue.'],
  [/^Expected value of type "(.+?)", found .*$/s, 'Une valeur de type « $1 » est attendue.'],
  [
    /^Variable "(.+)" cannot be non-input type "(.+)"\.$/,
    'La variable « $1 » ne peut pas être de type « $2 ».',
  ],
  [
    /^Variable "(.+)" of type "(.+)" used in position expecting type "(.+)"\.$/,
    'La variable « $1 », de type « $2 », sert là où « $3 » est attendu.',
  ],
  [/^Too many validation errors, .*$/, "D'autres erreurs suivent ; corrigez d'abord celles-ci."],
];

/** A value that was written into the query is not repeated: it may be a person's. */
const VALUES: readonly RegExp[] = [
  /^Expected value of type "(.+?)", found .*$/s,
  /^(\w+) cannot represent .*$/s,
  /^Enum "(.+?)" cannot represent .*$/s,
  /^Value ".*" does not exist in "(.+?)" enum\..*$/s,
];

const withoutValue = (message: string): string =>
  VALUES.reduce((text, value) => text.replace(value, 'A value of type "$1" is needed.'), message).replace(
    /^GraphQL introspection is not allowed .*$/,
    'What the schema holds is not told here.',
  );
const HINT_LEAD = / Did you mean (?:to use an inline fragment on )?/;
const asHint = (text: string): string =>
  text
    .replace(HINT_LEAD, ' Peut-être : ')
    .replaceAll(', or ', ' ou ')
    .replaceAll(' or ', ' ou ')
    .replace(/\?$/, ' ?');

const inFrench = (message: string): string | undefined => {
  const found = FRENCH.find(([english]) => english.test(message));
  return found && asHint(message.replace(found[0], found[1]));
};

/** What the parser or a rule of graphql-js said, in the reader's language; `otherwise` when it is not among what we know. */
export const graphqlWords = (message: string, language: Language, otherwise: string): string =>
  language === 'fr' ? (inFrench(message) ?? otherwise) : withoutValue(message);
