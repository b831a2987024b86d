/**
 * What a Lambda never uses, left out of its bundle. A cold start pays for every byte: the SDK brings the whole tree of ways to find
 * credentials, though a Lambda always has them in three environment variables; zod brings its messages in fifty languages.
 */

const credentials = `
export const defaultProvider = () => async () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID,
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
  sessionToken: process.env.AWS_SESSION_TOKEN,
});`;

/** @type {import('esbuild').Plugin} */
export const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: 'credentials',
      namespace: 'in-place-of',
    }));
    build.onLoad({ filter: /^credentials$/, namespace: 'in-place-of' }, () => ({ contents: credentials }));
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js';`,
    }));
  },
};
