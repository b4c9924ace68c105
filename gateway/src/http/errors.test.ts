import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestGateway, testGateway } from '../testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  // More refusals than anybody may have in ten seconds.
  gateway = await testGateway({ patience: 4 });
});
afterAll(() => gateway.close());

describe('errors', () => {
  it('show nothing of the inside', async () => {
    const { body } = await gateway.ask('{ crash families { name } }', {
      headers: { 'accept-language': 'en' },
    });
    expect(body.data).toEqual({ crash: null, families: [{ name: 'Le Goff' }, { name: 'Diallo' }] });
    expect(body.errors).toEqual([
      {
        message: expect.stringContaining('Something went wrong on our side'),
        path: ['crash'],
        extensions: {
          code: 'INTERNAL_SERVER_ERROR',
          service: 'early-childhood',
          requestId: expect.any(String),
        },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/postgres|secret|10\.0\.0|select|stack/);
  });

  it('keep the code a service meant for the caller, in their language', async () => {
    const { body } = await gateway.ask('{ forbidden }');
    expect(body.errors?.[0]).toMatchObject({
      message: 'Votre rôle ne permet pas cette opération.',
      path: ['forbidden'],
      extensions: { code: 'FORBIDDEN', service: 'early-childhood' },
    });
  });

  it.each([
    '{ reader { atCare sub atWork } mustHave(what: "x") { id } }',
    '{ reader { atCare atWork } mustHave(what: "x") { id } }',
  ])(
    'of one field are the reason why a record is missing that several agencies answer together: %s',
    async (query) => {
      const { body } = await gateway.ask(query);
      expect(body.data).toBeNull();
      expect(body.errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
        ['BAD_USER_INPUT', 'what'],
      ]);
    },
  );

  it.each([
    ['a literal', '{ bookings(on: "2026-13-45") { id } }', {}, 'Argument "on"'],
    ['a variable', 'query ($day: Date!) { bookings(on: $day) { id } }', { day: 'soon' }, 'Variable "$day"'],
    [
      'a variable of another type',
      'query ($r: String!) { family(reference: $r) { id } }',
      { r: 7 },
      'Variable "$r"',
    ],
    ['a missing variable', 'query ($r: String!) { family(reference: $r) { id } }', {}, 'Variable "$r"'],
    ['a literal in the second agency', '{ families { advisorOn(day: "32") } }', {}, 'Argument "day"'],
    [
      'a variable in the second agency',
      'query ($d: Date!) { families { advisorOn(day: $d) } }',
      { d: '32' },
      'Variable "$d"',
    ],
  ])('name the argument of %s that does not fit', async (_case, query, variables, named) => {
    const { body } = await gateway.ask(query, { variables });
    expect(body.errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(body.errors?.[0].message).toContain(named);
    expect(named).toContain(body.errors?.[0].extensions.argument);
  });

  it.each([
    ['{ families {', 'Erreur de syntaxe : Name est attendu au lieu de <EOF>.'],
    ['{ families { id } } }', 'Erreur de syntaxe : "}" est inattendu.'],
    ['{ family(reference: "a) { id } }', 'Erreur de syntaxe : un texte ne se termine pas.'],
    ['{ families { é } }', 'Erreur de syntaxe : un caractère ne convient pas.'],
    ['type A { a: Int } { families { id } }', 'La définition de "A" ne s\'exécute pas.'],
    ['{ families { nam } }', 'Le champ « nam » n\'existe pas sur le type « Family ». Peut-être : "name" ?'],
    [
      '{ families { ... on Date { id } } }',
      "Un fragment ne porte pas sur le type « Date », qui n'a pas de champs.",
    ],
    ['{ families(of: 1) { id } }', "Le champ « Query.families » n'a pas d'argument « of »."],
    [
      '{ families @include(if: true, of: 1) { id } }',
      'La directive « @include » n\'a pas d\'argument « of ». Peut-être : "if" ?',
    ],
    ['{ families @always { id } }', "La directive « @always » n'existe pas."],
    ['query @skip(if: true) { families { id } }', 'La directive « @skip » ne se place pas ici (QUERY).'],
    ['{ families { ...F } }', "Le fragment « F » n'est pas défini."],
    ['query ($x: Famly) { families { id } }', 'Le type « Famly » n\'existe pas. Peut-être : "Family" ?'],
    [
      '{ families { id } } query B { families { id } }',
      'Une opération sans nom doit être la seule de la requête.',
    ],
    ['{ families { ...F } } fragment F on Family { ...F }', 'Le fragment « F » se contient lui-même.'],
    ['{ family(reference: $r) { id } }', "La variable « $r » n'est pas déclarée."],
    ['query ($r: Int) { families { id } }', 'La variable « $r » ne sert pas.'],
    ['{ families { id } } fragment F on Family { id }', 'Le fragment « F » ne sert pas.'],
    [
      '{ families { id id: reference } }',
      'Les champs « id » se contredisent : donnez-leur des alias différents.',
    ],
    [
      '{ families { ... on Booking { id } } }',
      'Un fragment sur « Booking » ne se place pas ici : les objets sont de type « Family ».',
    ],
    ['{ family { id } }', "L'argument « reference » (String!) du champ « family » est nécessaire."],
    ['{ families @skip { id } }', "L'argument « if » (Boolean!) de la directive « @skip » est nécessaire."],
    ['{ crash { id } }', "Le champ « crash » (String) n'a pas de sous-champs."],
    ['{ families }', 'Le champ « families » ([Family!]!) demande une sélection de sous-champs.'],
    ['{ family(reference: "a", reference: "b") { id } }', 'Le nom « reference » est donné deux fois.'],
    [
      '{ families @skip(if: true) @skip(if: true) { id } }',
      "La directive « @skip » ne se place qu'une fois ici.",
    ],
    ['{ family(reference: 7) { id } }', 'Une valeur de type « String » est attendue.'],
    [
      'query ($r: Family) { family(reference: $r) { id } }',
      'La variable « $r » ne peut pas être de type « Family ».',
    ],
    [
      'query ($r: String) { family(reference: $r) { id } }',
      'La variable « $r », de type « String », sert là où « String! » est attendu.',
    ],
    [
      '{ bookings(on: "2026-02-30") { id } }',
      'Argument "on" : un jour qui existe, de 1900 à 2199, est attendu, par exemple 2026-03-02.',
    ],
    [
      `{ ${'families { neighbour { '.repeat(1)}${'neighbour { '.repeat(14)} id ${'} '.repeat(17)}`,
      'La requête descend sur 16 niveaux ; 15 au plus sont permis.',
    ],
    [`{ families { ${'id '.repeat(1_000)} } }`, 'Le texte de la requête dépasse 1000 mots et signes.'],
  ])('say it in French: %s', async (query, sentence) => {
    const { body } = await gateway.ask(query);
    expect(body.errors?.map(({ message }) => message)).toContain(sentence);
  });

  it('are twenty at most when they are about the request', async () => {
    const { body } = await gateway.ask(
      `{ families { ${Array.from({ length: 60 }, (_, n) => `x${n}`).join(' ')} } }`,
    );
    expect(body.errors).toHaveLength(20);
    expect(body.errors?.at(-1).message).toContain("D'autres erreurs suivent");
  });

  it('are told in English to who reads English', async () => {
    const english = { headers: { 'accept-language': 'en' } };
    const { body } = await gateway.ask('{ families { nam } family(reference: 7) { id } }', english);
    expect(body.errors?.map(({ message }) => message)).toEqual([
      'Cannot query field "nam" on type "Family". Did you mean "name"?',
      'A value of type "String" is needed.',
    ]);
  });

  it('say what does not match the schema, and where', async () => {
    const { status, body } = await gateway.ask('{ families { shoeSize } }');
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({
      locations: [{ line: 1, column: 14 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect((await gateway.ask('{ families {')).body.errors?.[0].extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });
});
