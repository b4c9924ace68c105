/** How `pg` writes a value: its own way, which it does not export at its front. */
declare module 'pg/lib/utils.js' {
  const utils: { prepareValue(value: unknown): string | Buffer | null };
  export = utils;
}
