type Addressed = { readonly addressee: object | null };

/** Sent to a whole service: whoever of it answers does so for all of them. */
export const isForAll = ({ addressee }: Addressed): boolean => addressee === null;
