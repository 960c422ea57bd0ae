// A real mail server for tests (mail_server.py), and calendars read by python3-icalendar.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { free_port } from "./server.mjs";

const script = fileURLToPath(new URL("mail_server.py", import.meta.url));

// letters: what came so far; port; stop(). Started again on the same port where one is given.
export async function start_mail_server(port) {
  const server = { port: port ?? (await free_port()), letters: [] };
  const child = spawn("/usr/bin/python3", [script, String(server.port)], { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => child.kill("SIGKILL"));
  let rest = "";
  await new Promise((ready, failed) => {
    child.once("exit", () => failed(new Error("the mail server did not start; is python3-aiosmtpd there?")));
    child.stdout.on("data", (bytes) => {
      rest += bytes;
      const lines = rest.split("\n");
      rest = lines.pop();
      for (const line of lines) if (line === "ready") ready();
      else server.letters.push(JSON.parse(line));
    });
  });
  server.stop = async () => {
    child.ref();
    child.kill("SIGKILL");
    await once(child, "close");
  };
  // A test that fails before it stops its server must not keep its process alive.
  for (const handle of [child, child.stdout]) handle.unref();
  return server;
}

const reader = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([{key: str(event.decoded(key) if key == "DTSTART" else event[key]) for key in event} for event in calendar.walk("VEVENT")]))
`;
// The events of an iCalendar file: objects of its properties.
export const events_of = (file) => JSON.parse(execFileSync("/usr/bin/python3", ["-c", reader], { input: file, encoding: "utf8" }));
