// Reporter of node --test for bin/test: says only what failed, and leaves the counts in the file PHUSA_TEST_COUNTS.
// A skipped test counts as failed: everything that the tests need is installed.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";

const is_file = (data) => data.name.endsWith(".mjs") && data.nesting === 0;
const is_echo = (data) => data.details?.error?.failureType === "subtestsFailed";

// Left out by --test-name-pattern.
const is_unasked = (data) => String(data.skip ?? "").startsWith("test name does not match");

function describe(data) {
  const error = data.details?.error;
  const cause = error?.cause ?? error;
  const where = data.file ? `${relative(process.cwd(), data.file)}: ` : "";
  return `FAILED ${where}${data.name}\n${cause?.stack ?? cause?.message ?? cause ?? "skipped"}\n`;
}

export default async function* reporter(events) {
  const counts = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" || is_echo(data) || is_unasked(data)) continue;
    const skipped = data.skip !== undefined && data.skip !== false;
    const failed = type === "test:fail" || skipped || (data.todo !== undefined && data.todo !== false);
    if (!failed && is_file(data)) continue;
    counts[failed ? "failed" : "passed"] += 1;
    if (failed) yield describe(data);
  }
  if (process.env.PHUSA_TEST_COUNTS) writeFileSync(process.env.PHUSA_TEST_COUNTS, `${counts.passed} ${counts.failed}\n`);
}
