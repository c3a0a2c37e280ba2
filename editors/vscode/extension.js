"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient, State } = require("vscode-languageclient/node");

let client;

/**
 * The schemas of package.json, for the JSON support of Visual Studio Code. While the server runs they say nothing: it
 * says all that they say, and would say it a second time.
 */
class Schemas {
  constructor(context) {
    this.folder = path.join(context.extensionPath, "schemas");
    this.changes = new vscode.EventEmitter();
    this.onDidChange = this.changes.event;
    this.silent = false;
    this.uris = context.extension.packageJSON.contributes.jsonValidation.map(({ url }) => vscode.Uri.parse(url));
    const provider = vscode.workspace.registerTextDocumentContentProvider("papack-schema", this);
    context.subscriptions.push(this.changes, provider);
  }

  provideTextDocumentContent(uri) {
    const name = path.basename(uri.path);
    return this.silent ? "{}" : fs.readFileSync(path.join(this.folder, name), "utf8");
  }

  setSilent(silent) {
    this.silent = silent;
    this.uris.forEach((uri) => this.changes.fire(uri));
  }
}

/** One server serves one workspace: the first folder that has a registry, in the order of paths. */
async function activate(context) {
  const schemas = new Schemas(context);
  const registries = await vscode.workspace.findFiles("**/assets/index.json", "**/{node_modules,.papack}/**");
  const folders = registries.map((registry) => path.dirname(path.dirname(registry.fsPath))).sort();
  if (folders.length === 0) {
    return;
  }
  const command = vscode.workspace.getConfiguration("papack").get("command", "papack");
  const pattern = new vscode.RelativePattern(folders[0], "assets/**/*.json");
  client = new LanguageClient(
    "papack",
    { command, args: ["lsp", folders[0]] },
    {
      documentSelector: [{ scheme: "file", language: "json", pattern }],
      initializationOptions: { pictures: true },
    },
  );
  client.onDidChangeState(({ newState }) => schemas.setSilent(newState === State.Running));
  await client.start();
}

async function deactivate() {
  await client?.stop();
}

module.exports = { activate, deactivate };
