import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions, defineConfig } from 'vite';

const TRACKER = process.env['WIC_URL'] ?? 'http://127.0.0.1:4180';

/** The page: built into `dist/apps/web`, from where the tracker serves it; `npm run dev:web` serves it live. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte()],
  resolve: { conditions: ['wic-source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the CSP allows no data: scripts or styles
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/health', '/metrics', '/docs', '/openapi.json'].map((path) => [path, TRACKER]),
    ),
  },
});
