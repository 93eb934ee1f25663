// Bundles the kits' pages and the probe, then lets the probe measure and print (see xtask/src/bench.rs).
import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, '../../target/bench-access');
mkdirSync(built, { recursive: true });

const zepto = readFileSync(join(here, 'node_modules/weui/src/example/zepto.min.js'), 'utf8');
const page = readFileSync(join(here, 'kits/page.html'), 'utf8');
for (const [kit, source, banner] of [
  ['vant', 'vant.ts', ''],
  ['antd_mobile', 'antd_mobile.tsx', ''],
  ['weui', 'weui.ts', zepto],
]) {
  await build({
    entryPoints: { [kit]: join(here, 'kits', source) },
    outdir: built,
    bundle: true,
    minify: true,
    jsx: 'automatic',
    banner: { js: banner },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    loader: { '.html': 'text', '.woff2': 'dataurl', '.ttf': 'dataurl', '.png': 'dataurl' },
    logLevel: 'error',
  });
  writeFileSync(join(built, `${kit}.html`), page.replaceAll('KIT', kit));
}

const inPage = join(built, 'in_page.js');
await build({
  entryPoints: [join(here, 'probe/in_page.ts')],
  outfile: inPage,
  bundle: true,
  format: 'iife',
  globalName: 'inPage',
  // What the browser runs first in a page runs inside a function.
  footer: { js: 'globalThis.inPage = inPage;' },
  logLevel: 'error',
});

// Beside the packages, so that node finds them.
const probe = join(here, 'node_modules/.probe.mjs');
await build({
  entryPoints: [join(here, 'probe/main.ts')],
  outfile: probe,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { measure } = await import(pathToFileURL(probe).href);
await measure({ repository: join(here, '../..'), built });
