import type { ChangesFound } from '@relais/platform/changes/changes.ts';

/** What one agency tells of what changed. */
export type AgencyChanges = {
  /** On behalf of somebody, who sees what they see then; from where they left off, or `null` when they begin. */
  changes(asked: { readonly token: string; readonly since: string | null }): Promise<ChangesFound>;
  /** Stays the same while nothing changed for anybody. */
  newestChange(): Promise<string>;
};

export type ChangesOf = Readonly<Record<string, AgencyChanges>>;
