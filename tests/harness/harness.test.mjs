import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Client, forms_of } from "./client.mjs";
import { axe_findings, open_browser, open_page, overflow_px } from "./browser.mjs";
import { count } from "./junit_counts.mjs";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const scratch = () => mkdtempSync(join(tmpdir(), "phusa-harness-"));

// Answers the address of a server that ends with the test.
async function served(t, handler) {
  const server = createServer(handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

function run_reporter(source) {
  const folder = scratch();
  writeFileSync(join(folder, "sample.test.mjs"), `import { test } from "node:test";\n${source}`);
  const { NODE_TEST_CONTEXT, ...env } = { ...process.env, PHUSA_TEST_COUNTS: join(folder, "counts") };
  const args = ["--test", `--test-reporter=${join(here, "reporter.mjs")}`, "--test-reporter-destination=stdout", "sample.test.mjs"];
  const run = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
  return { counts: readFileSync(join(folder, "counts"), "utf8").trim(), said: run.stdout };
}

test("the reporter counts tests and subtests, not suites and files", () => {
  const { counts } = run_reporter(`test("a", () => {}); test("b", async (t) => { await t.test("c", () => {}); });`);
  assert.equal(counts, "3 0");
});

test("a failing test is counted once and told, a skipped one counts as failed", () => {
  const { counts, said } = run_reporter(`test("a", () => { throw new Error("broken bridge"); }); test("b", { skip: true }, () => {});`);
  assert.equal(counts, "0 2");
  assert.match(said, /broken bridge/);
});

test("a file that cannot be loaded has failed", () => {
  assert.equal(run_reporter(`import "./not-there.mjs";`).counts, "0 1");
});

test("of a JUnit file only tests that ran count as passed", () => {
  const xml = '<testcase name="a" status="run"/><testcase name="b" status="fail"><failure/></testcase><testcase name="c" status="notrun"/>';
  assert.deepEqual(count(xml), { passed: 1, failed: 2 });
});

test("the PostgreSQL of the tests answers while the command runs and is gone afterwards", () => {
  const script = join(here, "postgres.sh");
  const command = 'psql "$PHUSA_TEST_POSTGRESQL" -Atc "CREATE DATABASE fresh" -c "SELECT 41 + 1" && echo "$PHUSA_TEST_POSTGRESQL"';
  const lines = execFileSync(script, ["bash", "-c", command], { encoding: "utf8" }).trim().split("\n");
  assert.equal(lines.at(-2), "42");
  assert.notEqual(spawnSync("psql", [lines.at(-1), "-c", "SELECT 1"]).status, 0);
});

test("the PostgreSQL of the tests stops when its command is interrupted, and the exit status says so", async () => {
  const child = spawn(join(here, "postgres.sh"), ["bash", "-c", 'echo "$PHUSA_TEST_POSTGRESQL"; sleep 1'], { stdio: ["ignore", "pipe", "ignore"] });
  const [bytes] = await once(child.stdout, "data");
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 143);
  assert.notEqual(spawnSync("psql", [String(bytes).trim(), "-c", "SELECT 1"]).status, 0);
});

test("forms are read with their hidden fields, values unescaped", () => {
  const [form] = forms_of('<form method="post" action="/a?b=1&amp;c=2"><input type="hidden" name="csrf" value="x&quot;y"><input name="name"></form>');
  assert.deepEqual(form, { action: "/a?b=1&c=2", method: "post", names: new Set(["csrf", "name"]), hidden: { csrf: 'x"y' } });
});

test("a client signs in through the form, keeps its cookie and follows the redirect", async (t) => {
  const url = await served(t, async (request, response) => {
    if (request.method === "POST") {
      const body = await new Response(request).text();
      response.writeHead(303, { location: "/", "set-cookie": "session=abc; HttpOnly" }).end(body);
    } else if (request.headers.cookie === "session=abc") response.end("chào");
    else response.end('<form method="post" action="/phien"><input type="hidden" name="csrf" value="1"><input name="name"><input name="password"></form>');
  });
  const client = new Client(url);
  const answer = await client.sign_in("lan", "secret");
  assert.equal(answer.text, "chào");
  assert.equal(answer.path, "/");
});

test("axe sees a fault of a page under a strict CSP, and the page's width is measured", async (t) => {
  const url = await served(t, (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'self'" });
    response.end('<!doctype html><html lang="vi"><title>t</title><main><h1>t</h1><img src="/x.png" width="2000" height="1"></main></html>');
  });
  const browser = await open_browser();
  t.after(() => browser.close());
  const page = await open_page(browser, {});
  await page.goto(url);
  const findings = await axe_findings(page);
  assert.ok(findings.some((line) => line.startsWith("image-alt")), findings.join("\n"));
  assert.ok((await overflow_px(page)) > 0);
});
