/** Something that the fast way does not know how to do, or a value that it does not expect: the ordinary way knows. */
export class Odd extends Error {}

export const odd = (what: string): never => {
  throw new Odd(what);
};
