#!/usr/bin/env node
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
await import('../dist/apps/cli/src/main.js');
