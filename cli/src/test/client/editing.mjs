// What somebody does in an editor, told line by line: the protocol library of Visual Studio Code talks to `papack lsp`.
// The library is what vscode-languageclient is made of; vscode-languageclient itself runs inside of that editor alone.
//
//     node editing.mjs WORKSPACE PROGRAM [ARGUMENT...]
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import protocol from 'vscode-languageserver-protocol/node.js';

const PATIENCE_MILLIS = 120_000;
const [workspace, program, ...options] = process.argv.slice(2);
const server = spawn(program, [...options, 'lsp', '--quiet'], { cwd: workspace, stdio: ['pipe', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => server.on('exit', (status) => resolve(status)));
const connection = protocol.createProtocolConnection(
  new protocol.StreamMessageReader(server.stdout),
  new protocol.StreamMessageWriter(server.stdin),
);
const told = [];
const tell = (line) => told.push(line);
const watchdog = setTimeout(() => {
  console.error([...told, `and then nothing more came than ${codes()}`].join('\n'));
  server.kill('SIGKILL');
  process.exit(1);
}, PATIENCE_MILLIS);

/** What is wrong with each document, as it was said last. */
const published = new Map();
let wake = () => {};
connection.onNotification(protocol.PublishDiagnosticsNotification.type, (params) => {
  published.set(params.uri, params);
  wake();
});
connection.onNotification(protocol.LogMessageNotification.type, ({ message }) => tell(`the server says: ${message}`));
connection.onError(([error]) => { throw error; });
connection.listen();

/** The documents that are open, as the editor has them. */
const open = new Map();
const uri = (file) => pathToFileURL(join(workspace, file)).href;
const name = (address) => address.slice(pathToFileURL(workspace).href.length + 1);
const read = (file) => readFileSync(join(workspace, file), 'utf8');

function position(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

function offset(text, { line, character }) {
  return text.split('\n').slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}

async function opens(file) {
  open.set(file, { text: read(file), version: 1 });
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri: uri(file), languageId: 'json', version: 1, text: read(file) },
  });
}

async function edits(file, range, text) {
  const document = open.get(file);
  document.text =
    document.text.slice(0, offset(document.text, range.start)) + text + document.text.slice(offset(document.text, range.end));
  document.version += 1;
  await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
    textDocument: { uri: uri(file), version: document.version },
    contentChanges: [{ range, text }],
  });
}

/** Types over the one place where something is written. */
async function types(file, written, text) {
  const before = open.get(file).text;
  const start = before.indexOf(written);
  assert.ok(start >= 0 && before.indexOf(written, start + 1) < 0, `${written} is not once in ${before}`);
  await edits(file, { start: position(before, start), end: position(before, start + written.length) }, text);
}

async function saves(file) {
  writeFileSync(join(workspace, file), open.get(file).text);
  await connection.sendNotification(protocol.DidSaveTextDocumentNotification.type, { textDocument: { uri: uri(file) } });
}

/** Reads again what was written beside the editor. */
async function reloads(file) {
  const { text } = open.get(file);
  await edits(file, { start: position(text, 0), end: position(text, text.length) }, read(file));
  await saves(file);
}

/** An edit of the server, as an editor carries it out. */
async function applies(edit) {
  assert.ok(protocol.WorkspaceEdit.is(edit));
  for (const { textDocument, edits: all } of edit.documentChanges) {
    const file = name(textDocument.uri);
    assert.equal(textDocument.version, open.get(file).version);
    for (const { range, newText } of all) {
      tell(`  ${file} ${place(range)}: ${JSON.stringify(newText)}`);
      await edits(file, range, newText);
    }
  }
}

const place = ({ start, end }) => `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
const faults = (file) =>
  (published.get(uri(file))?.diagnostics ?? []).filter(({ severity }) => severity !== protocol.DiagnosticSeverity.Information);
const codes = () => [...published.keys()].flatMap((address) => faults(name(address)).map(({ code }) => code)).sort();

/** Waits until these codes and no others are said, of the texts as they are. */
async function sees(...wanted) {
  const isSo = () =>
    codes().join() === wanted.join()
    && [...open].every(([file, { version }]) => published.get(uri(file))?.version === version);
  while (!isSo()) {
    await new Promise((resolve) => { wake = resolve; });
  }
  for (const address of [...published.keys()].sort()) {
    for (const fault of faults(name(address))) {
      assert.ok(protocol.Diagnostic.is(fault));
      tell(`  ${name(address)} ${place(fault.range)}: ${fault.code}: ${fault.message.split('\n')[0]}`);
    }
  }
  if (wanted.length === 0) {
    tell('  nothing is wrong');
  }
}

async function actions(file) {
  const all = await connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument: { uri: uri(file) },
    range: { start: { line: 0, character: 0 }, end: position(open.get(file).text, open.get(file).text.length) },
    context: { diagnostics: faults(file) },
  });
  assert.ok(all.every(protocol.CodeAction.is));
  return all;
}

const ground = 'assets/ground.asset.json';
const index = 'assets/index.json';

const initialized = await connection.sendRequest(protocol.InitializeRequest.type, {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'game' }],
  capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
});
tell(`the server is ${initialized.serverInfo.name}, and counts in ${initialized.capabilities.positionEncoding}`);
await connection.sendNotification(protocol.InitializedNotification.type, {});

tell(`open ${ground} and ${index}`);
await opens(ground);
await opens(index);
await sees('PA5001');

tell('type a fault');
await types(ground, '"source"', '"sauce"');
await sees('PA2001', 'PA5001');

tell('take its fix');
const fix = (await actions(ground)).find(({ edit }) => edit !== undefined);
tell(`  ${fix.title}`);
await applies(fix.edit);
await sees('PA5001');

tell('migrate by a code action');
const migration = (await actions(ground)).find(({ command }) => command !== undefined);
tell(`  ${migration.title}`);
const run = () =>
  connection.sendRequest(protocol.ExecuteCommandRequest.type, {
    command: migration.command.command,
    arguments: migration.command.arguments,
  });
await types(ground, '"TILES"', '"TILES" ');
await assert.rejects(run, (error) => {
  tell(`  refused: ${error.message}`);
  return error instanceof protocol.ResponseError;
});
tell('  type it back: there is nothing to save');
await types(ground, '"TILES" ', '"TILES"');
assert.equal(await run(), null);
await reloads(ground);
await reloads(index);
await sees();

tell('rename an asset');
const at = { textDocument: { uri: uri(ground) }, position: position(open.get(ground).text, open.get(ground).text.indexOf('"ground"') + 3) };
const old = await connection.sendRequest(protocol.PrepareRenameRequest.type, at);
tell(`  it is named ${old.placeholder} at ${place(old.range)}`);
await applies(await connection.sendRequest(protocol.RenameRequest.type, { ...at, newName: 'meadow' }));
await saves(ground);
await saves(index);
await sees();

tell('leave');
await connection.sendRequest(protocol.ShutdownRequest.type);
await connection.sendNotification(protocol.ExitNotification.type);
tell(`  the server ended with status ${await ended}`);
clearTimeout(watchdog);
connection.dispose();
console.log(told.join('\n'));
