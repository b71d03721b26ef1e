/**
 * Builds the widget into dist/widget, with a Brotli and a gzip twin of each file, and fails where it has grown over
 * its budget: what a patient on a slow phone waits for is decided here.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const source = fileURLToPath(new URL('.', import.meta.url));
const target = join(source, '..', 'dist', 'widget');

/** Bytes, Brotli. */
const budgets = [
  { name: 'launcher', files: ['widget.js'], limit: 4 * 1024 },
  { name: 'chat', files: ['chat.html', 'chat.js', 'chat.css'], limit: 45 * 1024 },
];

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  target: ['es2020', 'safari15.4', 'firefox98', 'chrome98'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** The launcher carries its style sheet as a string. @type {import('esbuild').Plugin} */
const stylesAsText = {
  name: 'styles-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

const from = (...path) => join(source, ...path);
const to = (name) => join(target, name);

await mkdir(target, { recursive: true });
await Promise.all([
  build({
    ...common,
    entryPoints: [from('loader', 'loader.ts')],
    outfile: to('widget.js'),
    format: 'iife',
    plugins: [stylesAsText],
  }),
  build({ ...common, entryPoints: [from('chat', 'main.tsx')], outfile: to('chat.js'), format: 'iife' }),
  build({ ...common, entryPoints: [from('chat', 'styles', 'chat.css')], outfile: to('chat.css') }),
]);

/** `?v=` names the content, so that the server may let browsers keep it for good. */
const version = async (name) => {
  const digest = createHash('sha256').update(await readFile(to(name)));
  return `${name}?v=${digest.digest('base64url').slice(0, 12)}`;
};
const html = (await readFile(from('chat', 'chat.html'), 'utf8')).replace(/>\s+</g, '><').trim();
await writeFile(
  to('chat.html'),
  html.replace('chat.css', await version('chat.css')).replace('chat.js', await version('chat.js')),
);

const sizes = new Map();
for (const file of budgets.flatMap(({ files }) => files)) {
  const bytes = await readFile(to(file));
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  await writeFile(to(`${file}.br`), brotli);
  await writeFile(to(`${file}.gz`), gzipSync(bytes, { level: 9 }));
  sizes.set(basename(file), brotli.length);
}
for (const { name, files, limit } of budgets) {
  const total = files.reduce((sum, file) => sum + sizes.get(file), 0);
  const parts = files.map((file) => `${file} ${sizes.get(file)}`).join(', ');
  process.stdout.write(`${name}: ${total} of ${limit} bytes (${parts})\n`);
  if (total > limit) {
    process.stderr.write(`The ${name} is over its budget by ${total - limit} bytes.\n`);
    process.exitCode = 1;
  }
}
