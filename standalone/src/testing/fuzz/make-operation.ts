import type { Role } from '@relais/platform/auth/user.ts';
import {
  type GraphQLArgument,
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Random } from '../../demo/random.ts';
import { allowedRoles } from '../../permissions.expected.ts';
import { DOORS, schema } from '../seeing/doors.ts';
import { literalOf } from './literal.ts';
import type { Place, Values } from './values.ts';

type Field = GraphQLField<unknown, unknown>;

export type Kind = 'query' | 'mutation';

type Variable = { readonly type: GraphQLInputType; readonly place: Place };

/** What is sent again and again with other values, as pages do. */
export type Document = {
  readonly query: string;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly operationName?: string;
};

/** An operation as a client would send it. */
export type Operation = Omit<Document, 'variables'> & {
  readonly variables: Readonly<Record<string, unknown>>;
};

const MOST_ALIASES = 8;
const AS_VARIABLE = 0.7;
const CONDITION = new GraphQLNonNull(GraphQLBoolean);
const IF: Place = { name: 'if', idName: 'if' };
/** How often somebody asks what their role does not let them. */
const AGAINST_ROLE = 0.1;
const DEPTH = 3;
/** Where most of what somebody may not see is met. */
const TO_FAMILIES = ['family', 'familyById', 'families', 'myFamilies', 'myTasks'];
const isPlumbing = ({ name }: GraphQLObjectType): boolean => /(?:Connection|Edge)$/.test(name);

/** The name that the id of a field's record has among arguments: `id` of a child is `childId`. */
const idNameOf = (argument: GraphQLArgument, field: Field): string => {
  if (argument.name !== 'id') return argument.name;
  const { name } = getNamedType(field.type);
  return DOORS[field.name]?.[0] ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}Id`;
};

/** Writes one random operation that the schema allows, as far as its values are not strange. */
class Writer {
  readonly #random: Random;
  readonly #values: Values;
  readonly #variables = new Map<string, Variable>();
  readonly #fragments: string[] = [];
  #aliases = 0;

  constructor(random: Random, values: Values) {
    this.#random = random;
    this.#values = values;
  }

  #rootsFor(kind: Kind, role: Role): Field[] {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    const all = Object.values(root?.getFields() ?? {});
    const own = all.filter(({ name }) => allowedRoles[`${root?.name}.${name}`]?.includes(role));
    if (own.length === 0 || this.#random.chance(AGAINST_ROLE)) return all;
    const leading = own.filter(({ name }) => TO_FAMILIES.includes(name));
    return leading.length > 0 && this.#random.chance(0.4) ? leading : own;
  }

  write(kind: Kind, role: Role): Document {
    const fields = this.#rootsFor(kind, role);
    const count = this.#random.pick([1, 1, 1, 2, 3]);
    const chosen = Array.from({ length: count }, (_, index) => {
      const field = this.#random.pick(fields);
      return `r${index}: ${this.#field(field, DEPTH)}`;
    });
    const declared = [...this.#variables].map(([each, { type }]) => `$${each}: ${type}`).join(', ');
    const name = this.#random.pick(['', 'Fuzz', 'É'.normalize('NFD').charAt(0), '_1']);
    const head = `${kind} ${name || 'F'}${declared && `(${declared})`}`;
    const query = `${head} { ${chosen.join(' ')} }${this.#fragments.join('')}`;
    return {
      query,
      variables: this.#variables,
      ...(name && this.#random.chance(0.5) && { operationName: name }),
    };
  }

  #variable(type: GraphQLInputType, place: Place): string {
    const name = `v${this.#variables.size}`;
    this.#variables.set(name, { type, place });
    return `$${name}`;
  }

  #arguments(field: Field): string {
    const given = field.args.filter(
      (argument) =>
        isRequiredArgument(argument) || this.#random.chance(argument.name === 'after' ? 0.02 : 0.3),
    );
    const said = given.map((argument) => {
      const { name, type } = argument;
      const place = { name, idName: idNameOf(argument, field) };
      const isVariable = this.#random.chance(AS_VARIABLE);
      return `${name}: ${isVariable ? this.#variable(type, place) : literalOf(this.#values.of(type, place), type)}`;
    });
    return said.length > 0 ? `(${said.join(', ')})` : '';
  }

  #directive(): string {
    if (!this.#random.chance(0.06)) return '';
    const said = this.#random.chance(AS_VARIABLE) ? this.#variable(CONDITION, IF) : 'true';
    return this.#random.chance(0.7) ? ` @include(if: ${said})` : ` @skip(if: ${said})`;
  }

  #alias(): string {
    if (this.#aliases >= MOST_ALIASES || !this.#random.chance(0.08)) return '';
    this.#aliases += 1;
    return `q${this.#aliases}: `;
  }

  #field(field: Field, depth: number): string {
    const type = getNamedType(field.type);
    const inner = isObjectType(type) ? ` ${this.#selection(type, depth)}` : '';
    return `${field.name}${this.#arguments(field)}${this.#directive()}${inner}`;
  }

  #chosenIn(type: GraphQLObjectType, depth: number): Field[] {
    const all = Object.values(type.getFields());
    if (isPlumbing(type)) return all.filter(({ name }) => ['edges', 'node'].includes(name));
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const links = all.filter((field) => isObjectType(getNamedType(field.type)));
    const share = this.#random.pick([0.2, 0.5, 1]);
    return [
      ...leaves.filter(() => this.#random.chance(share)),
      ...links.filter(() => depth > 0 && this.#random.chance(1.6 / links.length)),
    ];
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const inner = isPlumbing(type) ? depth : depth - 1;
    const fields = this.#chosenIn(type, depth).map((field) => {
      const said = `${this.#alias()}${this.#field(field, inner)}`;
      return this.#random.chance(0.06) ? this.#wrapped(type, said) : said;
    });
    const cursor = type.name.endsWith('Edge') && this.#random.chance(0.3) ? ['cursor'] : [];
    const all = [
      ...fields,
      ...cursor,
      ...(fields.length === 0 || this.#random.chance(0.1) ? ['__typename'] : []),
    ];
    return `{ ${all.join(' ')} }`;
  }

  #wrapped({ name }: GraphQLObjectType, said: string): string {
    if (this.#random.chance(0.5)) return `... on ${name} { ${said} }`;
    const fragment = `P${this.#fragments.length}`;
    this.#fragments.push(` fragment ${fragment} on ${name} { ${said} }`);
    return `...${fragment}`;
  }
}

/** What one may ask it for: somebody of a role sends mostly what that role may. */
export type Wanted = { readonly kind: Kind; readonly role: Role };

export const makeDocument = (random: Random, values: Values, { kind, role }: Wanted): Document =>
  new Writer(random, values).write(kind, role);

export const withValues = ({ variables, ...document }: Document, values: Values): Operation => {
  const given = [...variables].map(([name, { type, place }]) => [name, values.of(type, place)]);
  return { ...document, variables: Object.fromEntries(given) };
};
