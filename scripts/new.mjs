// npm run new -- event <aggregate> <Name> ["What happened."]: adds an event type to an aggregate's union. The
// compiler then names every place that must think about it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './prepare.mjs';

const [what, aggregate = '', name = '', sentence = 'TODO: one sentence that says what happened.'] =
  process.argv.slice(2);
const DOMAIN = join(ROOT, 'libs/domain/src');
const file = join(DOMAIN, aggregate, `${aggregate}.events.ts`);

if (what !== 'event') fail('usage: npm run new -- event <aggregate> <Name> ["What happened."]');
if (!/^[a-z]+$/.test(aggregate) || !existsSync(file)) fail(`The aggregates are ${aggregates().join(', ')}.`);
if (!/^[A-Z][A-Za-z]+$/.test(name)) fail('An event is named like SourceFollowed: a fact in the past tense.');

const source = readFileSync(file, 'utf8');
if (new RegExp(`\\btype ${name}\\b`).test(source)) fail(`${relative(ROOT, file)} has ${name} already.`);

const union = `${aggregate[0].toUpperCase()}${aggregate.slice(1)}Event`;
const declared = new RegExp(`export type ${union}\\b[^;]*;`).exec(source);
if (!declared) fail(`${relative(ROOT, file)} declares no type ${union}.`);

const fact = `/** ${sentence} */\nexport type ${name} = Fact<'${name}', { reason: string }>;\n\n`;
const before = startOfComment(source, declared.index);
const widened = `${declared[0].slice(0, -1).trimEnd()} | ${name};`;
const changed =
  source.slice(0, before) +
  fact +
  source.slice(before, declared.index) +
  widened +
  source.slice(declared.index + declared[0].length);
writeFileSync(file, changed);
console.log(`${name} stands in ${relative(ROOT, file)}. Now:
  1. give it its data and its sentence there;
  2. npm run format && npm run types lists what must think about it: evolve, the public log, the table of versions;
  3. add its command to ${aggregate}.commands.ts, its case to decide, and a given/when/then beside it;
  4. npm run docs writes it into docs/events.md.`);

/** Where the comment right above a declaration begins, else the declaration itself. */
function startOfComment(text, index) {
  const above = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.exec(text.slice(0, index));
  return above ? above.index : index;
}

function aggregates() {
  return readdirSync(DOMAIN).filter((folder) => existsSync(join(DOMAIN, folder, `${folder}.events.ts`)));
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
