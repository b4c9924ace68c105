/** Why PostgreSQL cannot start or go on, in one line for whoever typed the command. */
export class PostgresStartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PostgresStartError';
  }
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

/** The system's words for a full disk, and PostgreSQL's for a file that could only be written in part. */
const FULL_DISK = /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes|ENOSPC|EDQUOT/;
/** PostgreSQL's own code for it. */
const DISK_FULL = '53100';

export const isFullDisk = (said: unknown): boolean =>
  codeOf(said) === DISK_FULL || FULL_DISK.test(`${codeOf(said)} ${said}`);

export const noRoomIn = (folder: string): string =>
  `no room is left on the disk that holds ${folder}. Make room, then start again.`;
