// The server under load on the demo province, SQLite: wrk on the same two cores. One JSON object on standard output.
//   requests per second and p50/p99 latency of a person page and a list of 50 at 64 connections, signed in, scoped,
//   rendered, not cached; time from start to the first answer; resident memory; weight of the first page.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { Client } from "../harness/client.mjs";
import { demo_place } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const seconds = 8;

// Not execFileSync: while it waits nobody would read the server's log, and a full pipe stops the server.
async function wrk(url, cookie, connections) {
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", "-H", `Cookie: ${cookie}`, url];
  const { stdout: text } = await promisify(execFile)("wrk", args);
  if (/\b0 requests in /.test(text)) throw new Error(`no answer from ${url}`);
  const ms = (label) => {
    const [, number, unit] = new RegExp(`${label}\\s+([\\d.]+)(us|ms|s)`).exec(text);
    return Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit];
  };
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? "0";
  return { per_second: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]), p50_ms: ms("50%"), p99_ms: ms("99%"), failed: Number(failed) };
}

async function first_answer_ms(server_started, url) {
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return Math.round(performance.now() - server_started);
  }
}

async function wire_bytes(client, path) {
  const headers = { "accept-encoding": "br, gzip" };
  const page = await client.request(path, { headers });
  const html = await page.text();
  const assets = [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"#]+\.(?:css|js|svg|woff2))/g)].map(([, asset]) => asset))];
  let css_fonts = [];
  let bytes = Number(page.headers.get("content-length") ?? html.length);
  const of_asset = {};
  for (const asset of assets) {
    const answer = await fetch(client.url + asset, { headers });
    const size = Number(answer.headers.get("content-length"));
    of_asset[asset.replace(/-[A-Z0-9]+\./i, ".")] = size;
    if (!/charts|select/.test(asset)) bytes += size;
    if (asset.endsWith(".css")) css_fonts = [...(await answer.text()).matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, font]) => font);
  }
  return { page_and_assets: bytes, fonts_declared: css_fonts.length, of_asset };
}

const place = demo_place();
const started = performance.now();
const server = await start_server(place);
const start_ms = await first_answer_ms(started, server.url);
try {
  const client = new Client(server.url);
  const { name, password } = demo_users(place).get("province_commission");
  await client.sign_in(name, password);
  const cookie = [...client.cookies].map(([key, value]) => `${key}=${value}`).join("; ");
  const list = await client.get("/nguoi");
  const person = /href="(\/nguoi\/\d+)"/.exec(list.text)[1];
  const figures = { start_ms, first_page: await wire_bytes(client, "/tong-quan") };
  for (const [key, path] of [["healthz", "/healthz"], ["person", person], ["list_of_50", "/nguoi"], ["list_searched", "/nguoi?q=lan"], ["first_screen", "/tong-quan"]]) {
    await wrk(server.url + path, cookie, 8);
    figures[key] = { one: await wrk(server.url + path, cookie, 1), sixty_four: await wrk(server.url + path, cookie, 64) };
  }
  const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
  figures.resident_mb = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 102.4) / 10;
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await server.stop();
  place.remove();
}
