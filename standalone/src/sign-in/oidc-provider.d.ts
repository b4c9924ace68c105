// The package's main file warns of every Node it does not name; the class lies beside it, without types of its own.
declare module 'oidc-provider/lib/provider.js' {
  export { default, Provider } from 'oidc-provider';
}

declare module 'oidc-provider/lib/helpers/errors.js' {
  import { errors } from 'oidc-provider';
  export const InvalidScope: typeof errors.InvalidScope;
}
