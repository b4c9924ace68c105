/** What a system may be let do, one word for each: the closed list that issuers and permissions share. */
export const scopes = [
  'centres:read',
  'bookings:read',
  'placements:read',
  'milestones:read',
  'entitlements:write',
  'resources:write',
  'impact-report:read',
] as const;

export type Scope = (typeof scopes)[number];

export const wordsOf = (scope: string): string[] => scope.split(' ').filter(Boolean);

/** Which of the words are no scope of Relais: they are refused by name, never ignored. */
export const unknownScopes = (wanted: readonly string[]): string[] =>
  wanted.filter((word) => !scopes.some((scope) => scope === word));
