// Small PDF files, and forms that send files as a browser does.

// Pages of A4 with a line of text each; `extra` goes into the catalogue.
export function pdf_of(lines, extra = "") {
  const objects = [`<</Type/Catalog/Pages 2 0 R${extra}>>`, "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
  const kids = [];
  for (const line of lines) {
    const text = `BT /F1 18 Tf 100 700 Td (${line}) Tj ET`;
    objects.push(`<</Length ${text.length}>>stream\n${text}\nendstream`);
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${objects.length} 0 R>>`);
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${kids.length}>>`;
  let pdf = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const place = pdf.length;
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(`${pdf}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`, "latin1");
}

// Sends files with a form: fields, then [name, bytes] of each. Follows where it leads.
export async function send_files(client, path, fields, files) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf: client.csrf, ...fields })) body.append(name, String(value));
  for (const [name, bytes] of files) body.append("file", new Blob([bytes]), name);
  const answer = await client.request(path, { method: "POST", body, headers: { origin: client.url } });
  if (answer.status === 303) return client.get(answer.headers.get("location"));
  answer.text = await answer.text();
  return answer;
}

export async function signed_in(Client, server, { name, password }) {
  const client = new Client(server.url);
  await client.sign_in(name, password);
  client.csrf = /name="csrf" value="([^"]+)"/.exec((await client.get("/ca-nhan")).text)[1];
  return client;
}

// The names in a ZIP, from its directory at the end.
export function names_in_zip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const names = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; --left) {
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString("utf8", at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

// Width, height and number of colours of a JPEG, from the marker that begins its frame.
export function size_of_jpeg(bytes) {
  let at = 2;
  while (bytes[at + 1] < 0xc0 || bytes[at + 1] > 0xc2) at += 2 + bytes.readUInt16BE(at + 2);
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5), bytes[at + 9]];
}

// A PDF of JPEG pictures as a scanner writes it: {bytes, turn} each, `turn` in degrees clockwise around the middle.
export function pdf_of_jpegs(pictures, dpi = 200) {
  const parts = [Buffer.from("%PDF-1.4\n")];
  const places = [];
  let length = parts[0].length;
  const add = (...pieces) => {
    places.push(length);
    for (const piece of [`${places.length} 0 obj\n`, ...pieces, "\nendobj\n"]) {
      const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece, "latin1");
      parts.push(bytes);
      length += bytes.length;
    }
  };
  add("<</Type/Catalog/Pages 2 0 R>>");
  add(`<</Type/Pages/Kids[${pictures.map((_, i) => `${3 + 3 * i} 0 R`).join(" ")}]/Count ${pictures.length}>>`);
  pictures.forEach(({ bytes, turn = 0 }, i) => {
    const [width, height, colours] = size_of_jpeg(bytes);
    const [w, h] = [(width * 72) / dpi, (height * 72) / dpi];
    const [cos, sin] = [Math.cos, Math.sin].map((of) => of((turn * Math.PI) / 180).toFixed(6));
    const draw = `q 1 0 0 1 ${w / 2} ${h / 2} cm ${cos} ${-sin} ${sin} ${cos} 0 0 cm ${w} 0 0 ${h} ${-w / 2} ${-h / 2} cm /I Do Q`;
    add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources<</XObject<</I ${5 + 3 * i} 0 R>>>>/Contents ${4 + 3 * i} 0 R>>`);
    add(`<</Length ${draw.length}>>stream\n${draw}\nendstream`);
    add(`<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${colours === 1 ? "DeviceGray" : "DeviceRGB"}/BitsPerComponent 8/Filter/DCTDecode/Length ${bytes.length}>>stream\n`, bytes, "\nendstream");
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${places.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`)]);
}
