import { limits } from '../limits/limits.ts';

/** Bytes of a body by its header: one of which nobody says how long it is may be as long as any. */
export const bodyLength = (contentLength: string | undefined | null): number =>
  Number(contentLength ?? limits.bodyBytes) || 0;
