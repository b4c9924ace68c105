import { types } from 'node:util';

/**
 * Jest runs tests in a realm of their own, where an error raised by Node itself (a refused connection) is not
 * `instanceof Error`; graphql-js would then answer it as a value thrown by mistake. Outside jest there is one realm.
 */
export const recogniseNodeErrors = (): void => {
  Object.defineProperty(Error, Symbol.hasInstance, {
    configurable: true,
    value(this: unknown, candidate: unknown): boolean {
      if (this === Error && types.isNativeError(candidate)) return true;
      return Reflect.apply(Function.prototype[Symbol.hasInstance], this, [candidate]);
    },
  });
};
