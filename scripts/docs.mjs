// Writes the generated parts of the docs; with --check, says instead which are out of date.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import * as prettier from 'prettier';
import ts from 'typescript';
import { ROOT } from './prepare.mjs';

/** The types of the public contract, for whoever talks to a tracker. */
const CONTRACT = 'libs/client/src/contract.ts';
const check = process.argv.includes('--check');

const stale = [
  ['docs/events.md', eventsPage()],
  ['ARCHITECTURE.md', between('ARCHITECTURE.md', 'graph', libGraph())],
  ['docs/operations.md', between('docs/operations.md', 'configuration', configurationTable())],
  [CONTRACT, await contractTypes()],
].filter(([file, text]) => !isAs(file, text));

if (check && stale.length > 0) {
  console.error(
    `Out of date: ${stale.map(([file]) => file).join(', ')}. Run "npm run docs" and commit the result.`,
  );
  process.exit(1);
}
for (const [file, text] of stale) writeFileSync(join(ROOT, file), text);

function isAs(file, text) {
  try {
    return readFileSync(join(ROOT, file), 'utf8') === text;
  } catch {
    return false;
  }
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(file, name, text) {
  const page = readFileSync(join(ROOT, file), 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks the marks ${begin} and ${end}.`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

function eventsPage() {
  const files = execFileSync(
    'git',
    ['ls-files', 'libs/domain/src/**/*.events.ts', 'libs/domain/src/*.events.ts'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const sections = files.trim().split('\n').sort().map(eventsOf);
  return `# Events\n\nEverything that can stand in the log. Written from the code by \`npm run docs\`; version 1 unless noted.\n\n${sections.join('\n\n')}\n`;
}

function eventsOf(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const rows = source.statements.filter(isEvent).map((node) => {
    const data = node.type.typeArguments[1]
      .getText(source)
      .replace(/\/\*\*?[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ');
    return `### ${node.name.text}\n${commentOf(node)}\n\n\`${data.trim()}\``;
  });
  const title = file.split('/').at(-1).replace('.events.ts', '');
  return `## ${title[0].toUpperCase()}${title.slice(1)}\n\n${rows.join('\n\n')}`;
}

function isEvent(node) {
  return (
    ts.isTypeAliasDeclaration(node) &&
    ts.isTypeReferenceNode(node.type) &&
    node.type.typeName.getText() === 'Fact'
  );
}

function commentOf(node) {
  const comment = ts.getJSDocCommentsAndTags(node)[0]?.comment;
  if (!comment) throw new Error(`The event ${node.name.text} has no sentence that says what happened.`);
  return String(comment).replace(/\s+/g, ' ');
}

/** Who may import whom, from the rules that are enforced. */
function libGraph() {
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const arrows = forbidden
    .filter(({ name, from }) => name.endsWith('-imports') && from.path.startsWith('^libs/'))
    .flatMap(({ name, to }) => {
      const [own, ...allowed] = to.pathNot.map((path) => path.slice('^libs/'.length, -1));
      return name === `${own}-imports` ? allowed.map((lib) => `  ${own} --> ${lib}`) : [];
    });
  const apps = readdirSync(join(ROOT, 'apps')).sort();
  return [
    '```mermaid',
    'graph LR',
    ...arrows,
    ...apps.map(
      (app) =>
        `  ${app}[[${app}]] --> ${app === 'tracker' ? 'ingest & commands & projections & delivery' : 'client'}`,
    ),
    '```',
  ].join('\n');
}

function configurationTable() {
  const rows = configVariables().map(
    ({ name, fallback, description }) => `| \`${name}\` | ${fallback ?? ''} | ${description} |`,
  );
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The types of everything that the OpenAPI document describes. */
async function contractTypes() {
  const document = evaluated(`import { describeApi } from './apps/tracker/src/describe-api.ts';
    process.stdout.write(JSON.stringify(await describeApi()));`);
  const types = astToString(await openapiTS(document, { rootTypes: true, rootTypesNoSchemaPrefix: true }));
  const head =
    '/** The public contract. Written from the OpenAPI document by `npm run docs`: do not edit. */\n/* eslint-disable */\n\n';
  const style = await prettier.resolveConfig(join(ROOT, CONTRACT));
  return prettier.format(head + types, { ...style, plugins: [], parser: 'typescript' });
}

/** Every variable of the environment. */
function configVariables() {
  return evaluated(`import { configVariables } from './libs/platform/src/config/load-config.ts';
    process.stdout.write(JSON.stringify(configVariables()));`);
}

/** The JSON that a program writes; it runs on the sources themselves, so that nothing needs to be compiled. */
function evaluated(program) {
  const flags = ['--conditions=wic-source', '--disable-warning=ExperimentalWarning', '--input-type=module'];
  const loader = ['--import', './libs/testing/src/typescript/register.mjs'];
  const args = [...flags, ...loader, '--eval', program];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }),
  );
}
