/** Whether a text names a language as BCP 47 does: `fr`, `ar`, `pt-BR`. */
export const isLanguageTag = (text: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
