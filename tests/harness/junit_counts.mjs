// Prints "PASSED FAILED" from a JUnit file that ctest wrote. Usage: node junit_counts.mjs FILE
// Tests that were skipped or could not be run count as failed.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function count(xml) {
  const states = [...xml.matchAll(/<testcase\b[^>]*\bstatus="([^"]*)"/g)].map(([, status]) => status);
  const passed = states.filter((status) => status === "run").length;
  return { passed, failed: states.length - passed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = count(readFileSync(process.argv[2], "utf8"));
  console.log(`${passed} ${failed}`);
}
