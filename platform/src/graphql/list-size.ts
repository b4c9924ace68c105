import { Directive } from 'type-graphql';

/**
 * How many a list without pages holds at most in an ordinary city, measured (`npm run prove:questions` compares), so
 * that what a question costs is known before it is asked. `check:schema` fails where it is missing. The directive is the
 * one of Federation's cost specification, which other routers read as well.
 */
export const ListSize = (atMost: number): ReturnType<typeof Directive> =>
  Directive(`@listSize(assumedSize: ${atMost})`);
