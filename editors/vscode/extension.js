"use strict";

const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

/** One server serves one workspace: the first folder that has a registry, in the order of paths. */
async function activate() {
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
  await client.start();
}

async function deactivate() {
  await client?.stop();
}

module.exports = { activate, deactivate };
