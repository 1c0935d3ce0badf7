import type { Tracker } from './start-tracker.js';

/** Says where it is and, once, the admin key. */
export function greet({ url, firstKey, config }: Tracker): void {
  const lines = [
    `The WIC tracker is ready: ${url}`,
    `  page       ${url}`,
    `  API        ${url}/docs`,
    `  history    npx wic at 2023-06-20`,
    `  live       npx wic follow`,
    config.databaseUrl === null
      ? `  data       ${config.dataDir}`
      : '  data       in the database of DATABASE_URL',
    ...(firstKey === null
      ? []
      : ['', `Admin key, shown this once: ${firstKey}`, 'Writing needs it: export WIC_KEY=…']),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
