import type { User } from './auth/user.ts';

/** Who changes something, and when. What the platform does by itself it does under a name of its own. */
export type Acting = { readonly user: Pick<User, 'sub'>; readonly now: Date };

/** A person who changes something, for what depends on their role or centre. */
export type ActingUser = Acting & { readonly user: User };
