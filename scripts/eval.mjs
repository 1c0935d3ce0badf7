// Prints how well texts are read and matched: npm run eval. WIC_CORPUS names a folder of labelled texts.
import { ensureBuilt, ensureInstalled, run } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
const loader = ['--import', './libs/testing/src/typescript/register.mjs'];
const quiet = '--disable-warning=ExperimentalWarning';
run(process.execPath, ['--conditions=wic-source', quiet, ...loader, 'test/eval/eval.ts']);
