import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Random } from '../../demo/random.ts';

/** Records that exist, by the names that arguments have for them. */
export type Known = ReadonlyMap<string, readonly string[]>;

/** Stands in every text that is sent: no error may repeat it, and no line of a log. */
export const SENT = 'zqxsent';

/** Where a value goes: the name of its argument, and the name that its id has among those known. */
export type Place = { readonly name: string; readonly idName: string };

const NOBODY = '018f0000-0000-7000-8000-000000000000';
const DAYS = ['2026-01-05', '2026-02-16', '2026-03-02', '2026-03-04', '2026-03-31', '2026-04-13'];
const HOURS = ['08:00', '09:30', '12:00', '17:15', '18:30'];
const SMALL_PAGES = [1, 2, 5, 20];

/** Right in type, and nothing that anybody means. */
const EDGES: Readonly<Record<string, readonly unknown[]>> = {
  ID: ['', 'x', NOBODY.toUpperCase(), `${NOBODY} `, "' or 1=1 --", '../../etc/passwd', '💧', 0, 7],
  String: [
    ...['', ' ', `${SENT}\u0000`, `${SENT}\ud83d`, `${SENT}\u202e\u0000`, `${SENT} ${'💧'.repeat(400)}`],
    ...[`%${SENT}%`, `${SENT}'; drop table families; --`, `\${${SENT}}`, `<script>${SENT}</script>`],
    ...[
      'a'.repeat(6_000),
      `{"${SENT}":1}`,
      `[${'['.repeat(200)}`,
      '\\',
      '\u0301\u0301\u0301',
      'é'.normalize('NFD'),
    ],
  ],
  Int: [0, -1, 2_147_483_647, -2_147_483_648, 101, 100],
  Float: [0, -1, 1e308, 1e-308, 90.000_000_1],
  Boolean: [true, false],
  Date: ['1900-01-01', '2199-12-31', '2024-02-29', '2026-02-30', '0000-01-01', '+12026-01-01', 'today'],
  DateTime: [
    ...[
      '1900-01-01T00:00:00Z',
      '2199-12-31T23:59:59.999Z',
      '2026-03-29T02:30:00+01:00',
      '2026-03-02T09:00:00',
    ],
    ...['2026-03-02T24:00:00Z', '2026-03-02T09:00:00+25:00', 'now'],
  ],
  LocalTime: ['00:00', '23:59', '24:00', '9:00', '12:60'],
};

/** Of no type that is asked for. */
const FOREIGN: readonly unknown[] = [
  ...[null, true, -0.5, 1e21, 2 ** 53, [], [[]], {}, { id: NOBODY }, ['a', 1, null], SENT],
  ...[{ __proto__: null, constructor: SENT }, JSON.parse(`{"__proto__":{"a":"${SENT}"}}`)],
];

const IS_LATER = /^(to|until|endsAt|endsOn|lastDay|dueOn)$/;

/** Chooses values for arguments; the strange ones as often as it is told. */
export class Values {
  readonly #random: Random;
  readonly #known: Known;
  readonly #strangeness: number;

  constructor(random: Random, known: Known, strangeness: number) {
    this.#random = random;
    this.#known = known;
    this.#strangeness = strangeness;
  }

  of(type: GraphQLInputType, place: Place): unknown {
    if (this.#random.chance(this.#strangeness / 4)) return this.#random.pick(FOREIGN);
    const isLeftEmpty = !isNonNullType(type) && this.#random.chance(0.05);
    return isLeftEmpty ? null : this.#given(type, place);
  }

  #given(type: GraphQLInputType, place: Place): unknown {
    const bare = getNullableType(type);
    if (isListType(bare)) {
      const count = this.#random.chance(this.#strangeness / 8) ? 120 : this.#random.between(0, 2);
      return Array.from({ length: count }, () => this.of(bare.ofType, place));
    }
    if (isEnumType(bare)) return this.#random.pick(bare.getValues()).name;
    if (!isInputObjectType(bare)) return this.#scalar(bare.name, place);
    const fields = Object.values(bare.getFields()).filter(
      (field) => isRequiredInputField(field) || this.#random.chance(0.4),
    );
    return Object.fromEntries(
      fields.map(({ name, type: inner }) => [name, this.of(inner, { name, idName: name })]),
    );
  }

  #scalar(type: string, place: Place): unknown {
    const edges = EDGES[type];
    if (edges && this.#random.chance(this.#strangeness)) return this.#random.pick(edges);
    return this.#ordinary[type]?.(place) ?? SENT;
  }

  readonly #ordinary: Readonly<Record<string, (place: Place) => unknown>> = {
    ID: ({ idName }) => this.#id(idName),
    String: ({ name }) => this.#text(name),
    Int: ({ name }) => this.#random.pick(name === 'first' ? SMALL_PAGES : [1, 1, 2, 3, 12]),
    Float: () => this.#random.between(1, 50),
    Boolean: () => this.#random.chance(0.5),
    Date: ({ name }) => this.#day(name),
    DateTime: ({ name }) => `${this.#day(name)}T${this.#random.pick(HOURS)}:00+01:00`,
    LocalTime: () => this.#random.pick(HOURS),
  };

  /** Mostly one that exists and fits; else one of another kind, or of nothing. */
  #id(name: string): string {
    const own = this.#known.get(name);
    const drawn = this.#random.next();
    if (own && drawn < 0.8) return this.#random.pick(own);
    return drawn < 0.95 ? this.#random.pick([...this.#known.values()].flat()) : NOBODY;
  }

  #text(name: string): string {
    const own = this.#known.get(name);
    if (own && this.#random.chance(0.8)) return this.#random.pick(own);
    if (name === 'search') return this.#random.pick(['C', 'CANARY', 'canary-na', 'NAN-900001', SENT]);
    return `${SENT} ${this.#random.pick(['Émilie', '李', 'ñandú', "L'Haÿ", '42'])}`;
  }

  #day(name: string): string {
    const half = DAYS.length / 2;
    const at = IS_LATER.test(name)
      ? this.#random.between(half, DAYS.length - 1)
      : this.#random.between(0, half);
    return DAYS[at] ?? '2026-03-02';
  }
}
