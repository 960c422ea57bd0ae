// Starts the real binary on a place (database.mjs) and a free port of loopback, as an operator would.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { binary, environment } from "./database.mjs";

const start_seconds_max = 30;
const stop_seconds_max = 15;

export async function free_port() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

// A running server: url, log (what it wrote so far), pid; stop() asks it to drain and answers the exit code, kill() is
// kill -9. After either, start_server on the same place starts it again.
export async function start_server(place, options = {}) {
  const port = options.port ?? (await free_port());
  const env = { ...environment(place), PHUSA_LISTEN: `127.0.0.1:${port}`, ...options.env };
  const child = spawn(binary, ["serve", ...(options.args ?? [])], { env, stdio: ["ignore", "pipe", "pipe"] });
  const server = { url: `http://127.0.0.1:${port}`, port, pid: child.pid, log: "", exit: null };
  child.stdout.on("data", (bytes) => (server.log += bytes));
  child.stderr.on("data", (bytes) => (server.log += bytes));
  const ended = new Promise((settle) => child.once("exit", (code, signal) => settle((server.exit = code ?? signal))));
  server.stop = () => stop(child, ended);
  server.kill = () => {
    child.ref();
    child.kill("SIGKILL");
    return ended;
  };
  // A test that fails before it stops its server must neither keep its process alive nor leave the server behind.
  for (const handle of [child, child.stdout, child.stderr]) handle.unref();
  process.once("exit", () => child.kill("SIGKILL"));
  await wait_until_ready(server);
  return server;
}

async function stop(child, ended) {
  child.ref();
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), stop_seconds_max * 1000);
  const exit = await ended;
  clearTimeout(late);
  return exit;
}

async function wait_until_ready(server) {
  const deadline = Date.now() + start_seconds_max * 1000;
  while (Date.now() < deadline) {
    if (server.exit !== null) throw new Error(`phusa serve ended with ${server.exit}:\n${server.log}`);
    const answer = await fetch(`${server.url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(20);
  }
  await server.kill();
  throw new Error(`phusa serve was not ready after ${start_seconds_max} s:\n${server.log}`);
}
