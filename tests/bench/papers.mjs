// Papers of the demo province over HTTP, SQLite: Word files, and PDF by the child that holds LibreOffice. One JSON object on
// standard output; times in milliseconds, each with everything that the server does for the request.
//   cold       the first PDF: LibreOffice is started and has never run in this data folder
//   again      the first PDF of a new child in a data folder that has its profile
//   pdf, docx  medians of 31 rounds for each form, made for one dossier that has come all the way
import { demo_place, phusa } from "../harness/database.mjs";
import { start_server } from "../harness/server.mjs";
import { demo_users } from "../harness/users.mjs";

const rounds = 31;
const codes = ["1-KNĐ", "3-KNĐ", "5-KNĐ", "6-KNĐ", "8-KNĐ", "9-KNĐ", "13-KNĐ", "16-KNĐ", "BB-CB", "CN-NTVĐ", "2-KNĐ"];

const place = demo_place();
let server = await start_server(place);
const tokens = ["deciding_office", "province_commission"].map((role) => phusa(place, ["user", "token", demo_users(place).get(role).name]).trim());

const headers_of = (token) => ({ authorization: `Bearer ${token}`, "content-type": "application/json" });
async function made_with(token, dossier, code, format) {
  const begun = performance.now();
  const answer = await fetch(`${server.url}/api/v1/dossiers/${dossier}/papers`, { method: "POST", headers: headers_of(token), body: JSON.stringify({ code, format }) });
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - begun };
}

// A dossier of the office that has an account; the province makes what cells and grassroots committees issue.
async function finished_dossier() {
  for (const stage of ["recognised", "recognition_decision", "recognition_vote", "probation"]) {
    const answer = await fetch(`${server.url}/api/v1/dossiers?stage=${stage}&limit=1`, { headers: headers_of(tokens[0]) });
    const found = answer.ok && (await answer.json()).items[0]?.id;
    if (found) return found;
  }
  throw new Error("no dossier that has come all the way");
}

// Whoever of the offices may make the form.
async function maker_of(dossier, code) {
  for (const token of tokens) if ((await made_with(token, dossier, code, "docx")).status === 200) return token;
  throw new Error(`nobody may make ${code}`);
}

const middle = (times) => Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] * 10) / 10;

async function median(token, dossier, code, format) {
  const times = [];
  for (let i = 0; i < rounds; ++i) {
    const { status, ms } = await made_with(token, dossier, code, format);
    if (status !== 200) throw new Error(`${code} as ${format}: ${status}`);
    times.push(ms);
  }
  return middle(times);
}

try {
  const dossier = await finished_dossier();
  const token = await maker_of(dossier, "6-KNĐ");
  const figures = { cold: Math.round((await made_with(token, dossier, "6-KNĐ", "pdf")).ms), rounds, pdf: {}, docx: {} };
  await server.stop();
  server = await start_server(place);
  figures.again = Math.round((await made_with(token, dossier, "6-KNĐ", "pdf")).ms);
  for (const code of codes) {
    const own = await maker_of(dossier, code);
    figures.pdf[code] = await median(own, dossier, code, "pdf");
    figures.docx[code] = await median(own, dossier, code, "docx");
  }
  figures.pdf_median_of_all = middle(Object.values(figures.pdf));
  figures.docx_median_of_all = middle(Object.values(figures.docx));
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await server.stop();
  place.remove();
}
