import { readFile } from 'node:fs/promises';
import { withClient } from '@relais/platform/database/with-client.ts';
import type { Question } from './question.ts';

const TEXT = new URL('./page-of-families.graphql', import.meta.url);
const PAGE = 50;

/** By name, as the list is: those before the last page's first, so that each page that starts after one of them is full. */
const IN_ORDER = `
  select display_name as name, id from families where merged_into is null and reference = any($1)
  order by searchable(display_name) collate "C", id`;

/** Pages that start after different families, each with fifty behind it, among those that the readers follow. */
export const pagesOfFamilies = async (
  databaseUrl: string,
  references: readonly string[],
): Promise<readonly Question[]> => {
  const text = await readFile(TEXT, 'utf8');
  const found = await withClient(databaseUrl, (client) =>
    client.query<{ name: string; id: string }>(IN_ORDER, [references]),
  );
  return found.rows.slice(0, -PAGE).map(({ name, id }) => ({
    workload: 'page-of-families',
    text,
    variables: { after: Buffer.from(JSON.stringify([name, id])).toString('base64url') },
  }));
};
