import type { User } from './auth/user.ts';
import type { Sight } from './sight/sight.ts';

/** Who changes something, and when. What the platform does by itself it does under a name of its own. */
export type Acting = { readonly user: Pick<User, 'sub'>; readonly now: Date };

/** Somebody who changes something, and whether what they change is theirs to change. */
export type ActingSeer = Acting & { readonly sight: Pick<Sight, 'allows'> };

/** A person who changes something, and what they may see of whom it is about. */
export type ActingUser = Acting & { readonly user: User; readonly sight: Sight };
