import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { withoutUnused } from './unused.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @satisfies {import('esbuild').BuildOptions} */
export const bundling = /** @type {const} */ ({
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  // The Lambdas run Node 24, and the same bytes run on a laptop with Node 20.
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: true,
  // Words in other scripts stay as they are written: escaped they are three times as long.
  charset: 'utf8',
  legalComments: 'none',
  // The stack chooses Node's version for the functions; the SDK's advice about it would be one more line in every log.
  define: { 'process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED': '"true"' },
  plugins: [withoutUnused],
});

/** @type {(file: string) => Promise<string[]>} the functions that have this file */
const functionsWith = async (file) => {
  const names = await readdir(join(root, 'functions'));
  return names.filter((name) => existsSync(join(root, 'functions', name, file)));
};

/** @type {(names: string[], file: string) => Record<string, string>} */
const entries = (names, file) => Object.fromEntries(names.map((name) => [name, `functions/${name}/${file}`]));

/**
 * Replaces a file only when its bytes change, and whole: whoever reads it meanwhile sees the old or the new, never half.
 * @type {(path: string, contents: string | Uint8Array) => Promise<void>}
 */
const put = async (path, contents) => {
  const next = Buffer.from(contents);
  const now = await readFile(path).catch(() => undefined);
  if (now?.equals(next)) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), '..', `${basename(path)}.${randomUUID()}`);
  await writeFile(draft, next);
  await rename(draft, path);
};

/** @type {(a: { path: string }, b: { path: string }) => number} */
const indexLast = (a, b) =>
  Number(basename(a.path).startsWith('index.')) - Number(basename(b.path).startsWith('index.'));

/**
 * What a cold start loads: the index, and whatever that needs at once.
 * @type {(outputs: import('esbuild').Metafile['outputs'], name: string, met?: Set<string>) => number} in bytes
 */
const loadedWith = (outputs, name, met = new Set()) => {
  const output = outputs[name];
  if (!output || met.has(name)) return 0;
  met.add(name);
  const atOnce = output.imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  return atOnce.reduce((sum, { path }) => sum + loadedWith(outputs, path, met), output.bytes);
};

/**
 * What the runtime loads only when it is needed becomes a bundle of its own, which shares nothing with the index: the two use different parts of the
 * same modules of the SDK, and a cold start would load what either uses. `found` learns their names.
 * @type {(found: Set<string>) => import('esbuild').Plugin}
 */
const apart = (found) => ({
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /\/runtime\/\w+\.ts$/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = basename(path, '.ts');
      found.add(name);
      return { path: `./${name}.mjs`, external: true };
    });
  },
});

/**
 * Bundles one function: its index, and a file beside it for whatever it imports only when it is needed, so that no cold start pays for that. The
 * maps lie outside the folders that are deployed: a stack trace can be read with them, and they are no part of what is loaded.
 * @type {(outdir: string, name: string) => Promise<{ size: number, files: string[] }>} how many bytes a cold start loads, and the files
 */
const bundleFunction = async (outdir, name) => {
  /** @type {Set<string>} */
  const found = new Set();
  const written = /** @type {const} */ ({
    ...bundling,
    outdir: join(outdir, name),
    outExtension: { '.js': '.mjs' },
    sourcemap: 'external',
    metafile: true,
  });
  const { outputFiles: own, metafile } = await bundle({
    ...written,
    plugins: [...bundling.plugins, apart(found)],
    entryPoints: entries([name], 'index.ts'),
    entryNames: 'index',
    splitting: true,
  });
  const lazily = [...found].map((one) => bundle({ ...written, entryPoints: [`functions/runtime/${one}.ts`] }));
  const outputFiles = [...own, ...(await Promise.all(lazily)).flatMap((one) => one.outputFiles)];
  const maps = outputFiles.filter(({ path }) => path.endsWith('.map'));
  const modules = outputFiles.filter((file) => !maps.includes(file));
  for (const { path, contents } of maps)
    await put(join(outdir, 'maps', basename(path).replace(/^index/, name)), contents);
  // What the index loads lies there before it does.
  for (const { path, contents } of modules.toSorted(indexLast)) await put(path, contents);
  const index = Object.keys(metafile.outputs).find((path) => basename(path) === 'index.mjs') ?? '';
  const size = loadedWith(metafile.outputs, index);
  return { size, files: modules.map(({ path }) => basename(path)) };
};

/**
 * A function may describe itself (its contract, a page to read): `functions/<name>/describe.ts` says so at build time, from the
 * same definitions as the function, and the bundle only carries the files.
 * @type {(outdir: string) => Promise<Record<string, Record<string, string>>>} file name → contents, for each function
 */
const describeFunctions = async (outdir) => {
  const entryPoints = entries(await functionsWith('describe.ts'), 'describe.ts');
  if (Object.keys(entryPoints).length === 0) return {};
  const { outputFiles } = await bundle({ ...bundling, entryPoints, outdir, minify: false });
  const described = outputFiles.map(async ({ path, contents }) => {
    const name = basename(path, '.js');
    const module = join(outdir, `describe-${name}-${randomUUID()}.mjs`);
    await put(module, contents);
    const { describe } = await import(pathToFileURL(module).href);
    await rm(module);
    return [name, await describe()];
  });
  return Object.fromEntries(await Promise.all(described));
};

/**
 * What a function gives to browsers: each file of `functions/<name>/browser/` as one module that loads nothing else.
 * @type {(outdir: string, name: string) => Promise<string[]>} the files
 */
export const bundleForBrowsers = async (outdir, name) => {
  const folder = join('functions', name, 'browser');
  if (!existsSync(join(root, folder))) return [];
  const entryPoints = (await readdir(join(root, folder))).map((file) => join(folder, file));
  const { outputFiles } = await bundle({
    ...bundling,
    outdir: join(outdir, name),
    platform: 'browser',
    target: 'es2022',
    entryPoints,
  });
  for (const { path, contents } of outputFiles) await put(path, contents);
  return outputFiles.map(({ path }) => basename(path));
};

/**
 * The letters that a function gives to browsers, with their licence: `functions/<name>/letters/`, as infra/letters.mjs cut them.
 * @type {(outdir: string, name: string) => Promise<string[]>} what lies beside the function by that
 */
const lettersFor = async (outdir, name) => {
  const folder = join(root, 'functions', name, 'letters');
  if (!existsSync(folder)) return [];
  for (const file of await readdir(folder))
    await put(join(outdir, name, 'letters', file), await readFile(join(folder, file)));
  return ['letters'];
};

/** Builds the program that people run themselves, with everything that it needs. */
export const buildProgram = async (outdir = join(root, 'dist')) => {
  const out = join(outdir, 'plenary');
  const { outputFiles } = await bundle({
    ...bundling,
    outdir: out,
    outExtension: { '.js': '.mjs' },
    entryPoints: ['functions/plenary.ts'],
  });
  for (const { path, contents } of outputFiles) await put(path, contents);
};

/**
 * Builds every function of `functions/` into `<outdir>/<name>/`, the folders that the stack deploys.
 * @type {(outdir?: string) => Promise<Record<string, number>>} the size of each bundle in bytes
 */
export const build = async (outdir = join(root, 'dist')) => {
  const names = await functionsWith('index.ts');
  const [bundled, descriptions] = await Promise.all([
    Promise.all(names.map(async (name) => /** @type {const} */ ([name, await bundleFunction(outdir, name)]))),
    describeFunctions(outdir),
    buildProgram(outdir),
  ]);
  for (const [name, { files: own }] of bundled) {
    const modules = [...own, ...(await bundleForBrowsers(outdir, name)), ...(await lettersFor(outdir, name))];
    const files = Object.entries(descriptions[name] ?? {});
    for (const [file, contents] of files) await put(join(outdir, name, file), contents);
    const kept = [...modules, ...files.map(([file]) => file)];
    const found = await readdir(join(outdir, name));
    for (const file of found.filter((file) => !kept.includes(file)))
      await rm(join(outdir, name, file), { force: true });
  }
  return Object.fromEntries(bundled.map(([name, { size }]) => [name, size]));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, bytes] of Object.entries(await build()))
    console.log(`dist/${name}/index.mjs ${Math.round(bytes / 1024)} KB`);
}
