import { type Asked, isRecent } from './register.rules.ts';

/** In the memory of the page only: what was asked is not typed twice, and holds for some minutes. */
let asked: (Asked & { readonly at: number }) | undefined;

export const keepAsked = (what: Asked): void => {
  asked = { ...what, at: Date.now() };
};

export const lastAsked = (): Asked | undefined =>
  asked && isRecent(asked.at, Date.now()) ? asked : undefined;

export const forgetAsked = (): void => {
  asked = undefined;
};
