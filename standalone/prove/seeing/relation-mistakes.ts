import type { Relation } from '@relais/platform/sight/condition.rules.ts';

/** A relation that is wrong wherever it is asked. */
export type RelationMistake = { readonly of: Relation; readonly what: string; readonly wrong: Relation };

const VALUE = String.raw`cast\([^)]*\)`;

/** Slips in the SQL of a relation, where it has such a part. */
const SLIPS: readonly (readonly [what: string, part: RegExp, instead: string])[] = [
  ['without an end', new RegExp(String.raw`and \(\w+\.to_on is null or ${VALUE} < \w+\.to_on\)`, 'g'), ''],
  ['before it begins', new RegExp(String.raw`\w+\.from_on <= ${VALUE} and `, 'g'), ''],
  ['a day too long', /< (\w+\.to_on)/g, '<= $1'],
  ['without a last moment', new RegExp(String.raw`and ${VALUE} < followers\.until`, 'g'), ''],
  ['of anybody', new RegExp(String.raw`\w+\.sub = ${VALUE}`, 'g'), 'true'],
  ['of any family', /\w+\.family_id = asked\.\w+/g, 'true'],
  ['of any adult', /\w+\.adult_id = asked\.\w+/g, 'true'],
  ['by any tie', /and followers\.relation = '\w+'/g, ''],
  ['of who departed', /and \(professionals\.departed_on is null or [^)]*\) < [^)]*\)/g, ''],
  ['of any district', /and home\.district_id = any\(professionals\.district_ids\)/g, ''],
  [
    'though somebody follows it',
    /not exists \(\s*select from followers/g,
    'true or not exists (select from followers',
  ],
  [
    'though the home is protected',
    /and not exists \(\s*select from address_protections/g,
    'or exists (select from address_protections',
  ],
  ['though a protection ended', /and protection\.ended_at is null/g, ''],
  ['whoever is barred', /'NAMED', 'BARRED'/g, "'NAMED'"],
  ['whoever is not named', /'NAMED', 'BARRED'/g, "'BARRED'"],
  ['by an emergency', /'BARRED', 'BREAK_GLASS'/g, "'BARRED'"],
  ['at any agency', new RegExp(String.raw`objections\.agency = (?:${VALUE}|'\w+')`, 'g'), 'true'],
  ['of any category', /objections\.category = '\w+'/g, 'true'],
];

/** Each relation: always true, never true, and with each slip that its SQL has room for. */
export const relationMistakes = (relations: readonly Relation[]): RelationMistake[] =>
  relations.flatMap((relation) => {
    const written = relation.sql('asked.id', (what) => `cast($${what} as text)`);
    const slips = SLIPS.filter(([, part]) => written.replace(part, '') !== written).map(
      ([what, part, instead]): [string, Relation['sql']] => [
        what,
        (family, bind) => relation.sql(family, bind).replaceAll(part, instead),
      ],
    );
    const all: [string, Relation['sql']][] = [['always', () => 'true'], ['never', () => 'false'], ...slips];
    return all.map(([what, sql]) => ({
      ...{ of: relation, what, wrong: { ...relation, name: `${relation.name}: ${what}`, sql } },
    }));
  });
