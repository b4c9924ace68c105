import type { Asked } from './register.rules.ts';

/** In the memory of the page only: what was asked is not typed twice. */
let asked: Asked | undefined;

export const keepAsked = (what: Asked): void => {
  asked = what;
};

export const lastAsked = (): Asked | undefined => asked;

export const forgetAsked = (): void => {
  asked = undefined;
};
