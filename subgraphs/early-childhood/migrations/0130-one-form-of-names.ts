import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two spellings of one name have one form: without case and accents, and without the blanks, hyphens, apostrophes, other
 * signs and unseen characters between its letters. The indexes hold what the function answered, so they are made anew.
 */
export class OneFormOfNames1795400000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function searchable(value text) returns text
      language sql immutable strict parallel safe
      return regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFKC))), '${BETWEEN}', '', 'g')`);
    await runner.query(REINDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function searchable(value text) returns text
      language sql immutable strict parallel safe
      return lower(public.unaccent('public.unaccent'::regdictionary, value))`);
    await runner.query(REINDEX);
  }
}

// ASCII and Latin-1 signs, accents that stand alone, and every kind of blank, hyphen, apostrophe and unseen character.
const BETWEEN = [
  '[\\u0001-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB\\u00BF',
  '\\u02B0-\\u036F\\u058A\\u05BE\\u061C\\u1680\\u180B-\\u180E\\u2000-\\u206F\\u20D0-\\u20FF\\u2212',
  '\\u2E00-\\u2E7F\\u3000-\\u3003\\u301C\\u3030\\u30A0\\uA788-\\uA78C\\uFE00-\\uFE0F\\uFE20-\\uFE2F\\uFE58\\uFE63\\uFEFF]+',
].join('');

const REINDEX =
  'reindex index families_by_name; reindex index families_by_part_of_name; reindex index adults_by_part_of_name';
