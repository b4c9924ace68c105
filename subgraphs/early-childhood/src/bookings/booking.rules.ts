/** A stretch of time; the end is not part of it. */
export type Period = { readonly startsAt: Date; readonly endsAt: Date };
