import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const HERE = new URL('./', import.meta.url).pathname;

/** How the console is built. */
export const options = (): InlineConfig => ({
  root: HERE,
  configFile: false,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    target: 'es2022',
    // One small file less to ask for is not worth a style or a script in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    license: false,
    // One script of what others wrote: many small ones pack worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'others', test: /node_modules/ }] } } },
  },
});
