import { ensureBuilt, ensureInstalled, ROOT } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
process.chdir(ROOT);
await import('../dist/apps/tracker/src/main.js');
