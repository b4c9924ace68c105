import { scopes } from '@relais/platform/auth/scopes.ts';
import type { WrittenRow } from '../seeing/written-tables.ts';
import type { Asker } from './judge.ts';

type May = WrittenRow['may'];

const nothingOf = (may: May): May => new Map([...may.keys()].map((column) => [column, false]));

/** An auditor reads the logs and the list of emergencies, which name a family by its reference, and of a family nothing else. */
export const withLogs = (asker: Asker): Asker => {
  if (asker.user.role !== 'AUDITOR' || asker.user.agency !== undefined) return asker;
  const may = [...asker.may].map(([column, isSeen]) => {
    const isLogged = ['exists', 'emergencies'].includes(column) || column.startsWith('log of ');
    return [column, isSeen || isLogged] as const;
  });
  return { ...asker, may: new Map(may) };
};

/** Whose tie to a family changes nothing: they have none, or could not use it. Nobody's change gives them one. */
export const strangersOf = (reading: readonly WrittenRow[]): Asker[] => {
  const without = reading.filter(({ may }) => ![...may.values()].includes(true));
  const strangers = without.filter(({ tie, user }) => tie === 'none' || user.agency !== undefined);
  const [{ may } = { may: new Map<string, boolean>() }] = strangers;
  return [
    ...strangers.map(withLogs),
    {
      who: 'a system with every scope',
      user: { role: 'INTEGRATOR', sub: 'fuzz-system', scope: scopes.join(' ') },
      may: nothingOf(may),
    },
    {
      who: 'an administrator without a tie',
      user: { role: 'CASEWORKER', sub: 'fuzz-administrator', admin: true },
      may: nothingOf(may),
    },
  ];
};

/**
 * What a role may see at most, whatever ties it has: among changes a tie can come about, and what is told of it then is no
 * leak. Nobody of an agency that is not admitted comes by one.
 */
export const atMost = (reading: readonly WrittenRow[], asker: Asker): Asker => {
  const rows = reading.filter(({ user }) => user.role === asker.user.role && user.agency === undefined);
  if (asker.user.agency !== undefined || asker.user.role === 'AUDITOR') return asker;
  const may = new Map(
    [...asker.may.keys()].map((column) => [column, rows.some((row) => row.may.get(column))]),
  );
  return { ...asker, may };
};
