import { words } from './words.ts';

const names: Readonly<Record<string, string>> = words.agencies;

const tidy = (agency: string): string =>
  (agency.charAt(0).toUpperCase() + agency.slice(1)).replaceAll('-', ' ');

/** An agency as people call it, in place of its name among the programs; one that is not of this graph as it is written there. */
export const agencyName = (agency: string | undefined): string =>
  agency === undefined ? '' : (names[agency] ?? tidy(agency));
