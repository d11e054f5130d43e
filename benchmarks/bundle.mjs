/** node bundle.mjs <source> <out>: a script that holds modules of the extension, for one of its pages. */
import { fileURLToPath } from 'node:url';
import * as esbuild from '../extension/node_modules/esbuild/lib/main.js';
import { catalogueSource } from '../extension/scripts/catalogue.mjs';

const [source, outfile] = process.argv.slice(2);
const namespace = 'toward';
const catalogue = {
  name: 'catalogue',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^toward:catalogue$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /./, namespace }, () => ({ contents: catalogueSource() }));
  },
};

await esbuild.build({
  entryPoints: [source],
  outfile,
  absWorkingDir: fileURLToPath(new URL('../extension', import.meta.url)),
  bundle: true,
  format: 'iife',
  target: ['chrome120'],
  define: { __TEST_BUILD__: 'true' },
  plugins: [catalogue],
  logLevel: 'warning',
});
