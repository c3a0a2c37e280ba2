"use strict";

// The schemas that package.json names, from where they are published: nobody copies them by hand.
const fs = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "schemas");
fs.mkdirSync(folder, { recursive: true });
for (const { url } of require("./package.json").contributes.jsonValidation) {
  const name = path.basename(url);
  fs.copyFileSync(path.join(__dirname, "..", "..", "docs", "schemas", name), path.join(folder, name));
}
