// One person carried from an empty register to recognition, through the pages and by the roles who really act; what is
// against the rules is stopped with its reason, nothing typed is lost, and two at once do not overwrite each other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Village, decoded, id_of, member, words_on } from "../harness/village.mjs";

const people = {};
let village, server, dossier, secretary, office, deciding, auditor;

before(async () => {
  village = await Village.begin();
  ({ server, secretary, office, deciding, auditor } = village);
  Object.assign(people, { cell: village.cell, other: village.other, members: village.members, candidate: village.candidate });
});
after(() => village?.end());

const account = (...asked) => village.account(...asked);
const add_person = (...asked) => village.add_person(...asked);

const acts_recorded = async () => [...(await secretary.get(dossier)).text.matchAll(/<p class="acts-title">/g)].length;

// Fills in the form of an act and sends it; `lam` is the button.
async function record(client, act, fields, lam = "ghi") {
  return client.submit(`${dossier}/viec/${act}`, { ...fields, lam });
}
async function done(client, act, fields) {
  const page = await record(client, act, fields);
  assert.equal(page.path, dossier, words_on(page));
  assert.match(words_on(page), /Đã ghi:/);
  return page;
}

// The sheet of a vote: everybody there unless named, who is for and against.
async function vote_fields(client, about, { on, absent = [], excused = {}, votes, lam = "ghi" }) {
  const path = `${dossier}/bieu-quyet/${about}`;
  const blank = await client.get(path);
  const csrf = /name="csrf" value="([^"]+)"/.exec(blank.text)[1];
  const seen = /name="seen" value="(\d+)"/.exec(blank.text)[1];
  const roll = [...blank.text.matchAll(/name="member" value="(\d+)"/g)].map(([, id]) => Number(id));
  const fields = [["csrf", csrf], ["seen", seen], ["on", on], ["lam", lam]];
  for (const id of roll) {
    fields.push(["member", `${id}`], [`excuse-${id}`, excused[id] ?? ""]);
    if (!absent.includes(id) && !excused[id]) fields.push([`present-${id}`, "1"]);
  }
  for (const [name, value] of Object.entries(votes)) fields.push([name, `${value}`]);
  return { path, fields, roll };
}
async function vote(client, about, sheet) {
  const { path, fields } = await vote_fields(client, about, sheet);
  return client.post(path, fields);
}

test("a dossier is opened by the cell for somebody who is no member, once", async () => {
  const person = `/nguoi/${people.candidate}`;
  await office.submit(`${person}/dinh-chinh`, { general_education: "lower_secondary", youth_union_joined: "26/03/2016", reason: "Theo học bạ và sổ đoàn viên" });
  const opened = await secretary.submit(`/ho-so/moi?nguoi=${people.candidate}`, { opened: "01/02/2024", is_citizen: "1", youth_union_member: "1", youth_union_available: "1", area: "ordinary" });
  assert.match(opened.path, /^\/ho-so\/\d+$/, words_on(opened));
  dossier = opened.path;
  assert.match(words_on(opened), /Chuẩn bị hồ sơ/);
  assert.ok((await secretary.get(person)).text.includes(`href="${dossier}"`), "the person's page leads there");
  const again = await secretary.submit(`/ho-so/moi?nguoi=${people.candidate}`, { opened: "01/02/2024", is_citizen: "1" });
  assert.equal(again.status, 409);
  assert.equal((await secretary.submit(`/ho-so/moi?nguoi=${people.members[0]}`, { opened: "01/02/2024", is_citizen: "1" })).status, 409, "a member");
});

test("in two clicks a secretary knows why somebody cannot go on", async () => {
  const page = words_on(await secretary.get(dossier));
  assert.match(page, /Việc tiếp theo/);
  assert.match(page, /Vì sao chưa làm được việc tiếp theo|Làm được từ hôm nay/);
  assert.match(page, /Nghị quyết chi bộ \(kết nạp\) Sớm nhất: [^]*?Còn vướng: [^]*?nhận thức về Đảng/);
});

test("an act against the rules is stopped with its reason, and nothing typed is lost", async () => {
  const early = await record(secretary, "le-ket-nap", { on: "20/01/2025", note: "Ghi chú không được mất" });
  assert.equal(early.status, 403);
  assert.match(words_on(early), /Chưa ghi được: trái quy định/);
  assert.match(early.text, /Ghi chú không được mất/);
  assert.match(early.text, /value="20\/01\/2025"/);
  assert.doesNotMatch(early.text, /name="past_reason"/, "the cell may not record past facts");
  const wrong = await record(secretary, "don-xin", { on: "31/02/2025" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /id="field-on-error"/);
  const future = await record(secretary, "don-xin", { on: "31/12/2190" });
  assert.equal(future.status, 422);
});

test("a trial says what the rules would say and writes nothing", async () => {
  const tried = await record(secretary, "don-xin", { on: "10/01/2025" }, "kiem-tra");
  assert.equal(tried.status, 200, words_on(tried));
  assert.match(words_on(tried), /ghi được/i);
  assert.match(words_on(await secretary.get(dossier)), /Chưa ghi việc nào/);
});

test("each act is recorded by whom it belongs to, and by nobody else", async () => {
  for (const [client, act] of [[secretary, "quyet-dinh"], [secretary, "nghi-quyet-dang-uy"], [office, "quyet-dinh"], [auditor, "don-xin"]])
    assert.equal((await client.get(`${dossier}/viec/${act}`)).status, 403, act);
  assert.equal((await auditor.get(`${dossier}/bieu-quyet/ket-nap`)).status, 403);
  assert.equal((await auditor.get(`${dossier}/dong`)).status, 403);
  assert.equal((await secretary.get(`${dossier}/viec/khong-co`)).status, 404);
});

test("the papers come in their order up to the cell's vote", async () => {
  await done(secretary, "giay-chung-nhan", { on: "01/03/2024", paper_number: "12/GCN" });
  await done(secretary, "don-xin", { on: "10/01/2025" });
  await done(secretary, "ly-lich", { on: "20/01/2025" });
  const letters = { "relation-0": "candidate", "name-0": "Lê Thị Sen", "asked-0": "Đảng uỷ xã Bồi Hạ", "sent-0": "01/02/2025", "answered-0": "20/02/2025", "relation-1": "father", "name-1": "Lê Văn Đồng", "left_out-1": "member_with_clear_file", "relation-2": "mother", "name-2": "Trần Thị Lúa", "asked-2": "Đảng uỷ xã Bồi Thượng", "sent-2": "01/02/2025" };
  const bad = await record(office, "tham-tra", { ...letters, "left_out-0": "died_and_known", on: "01/03/2025" });
  assert.equal(bad.status, 422);
  assert.match(bad.text, /Lê Văn Đồng/);
  await done(office, "tham-tra", { ...letters, on: "01/03/2025" });
  await done(secretary, "gioi-thieu", { who: `${people.members[0]}`, shared_months: "14", on: "05/03/2025" });
  await done(secretary, "gioi-thieu-cua-doan", { on: "06/03/2025", paper_number: "3-NQ/ĐTN", paper_issuer: "Ban Chấp hành Đoàn xã Bồi Hạ" });
  await done(secretary, "y-kien", { on: "20/03/2025" });
  assert.equal(await acts_recorded(), 7);
  assert.match(words_on(await office.get(`${dossier}/soat-xet`)), /Thư thẩm tra chưa được trả lời.*(Trần Thị Lúa|Mẹ đẻ)/);
});

test("the arithmetic of a vote follows from the roll, and is shown before anything is written", async () => {
  const [one, two] = people.members;
  const sheet = { on: "03/04/2025", absent: [one], excused: { [two]: "moved_for_a_time" }, votes: { issued: 3, collected: 3, invalid: 0, for: 3, against: 0 }, lam: "tinh" };
  const { path, fields, roll } = await vote_fields(secretary, "ket-nap", sheet);
  assert.deepEqual([...roll].sort(), [...people.members].sort(), "the roll is the official members");
  const part = await secretary.request(path, { method: "POST", headers: { origin: server.url, "hx-request": "true" }, body: new URLSearchParams(fields) });
  const text = words_on({ text: await part.text() });
  assert.match(text, /5 − 1 = 4/);
  assert.match(text, /2\/3 của 4, làm tròn lên: 3/);
  assert.match(text, /Đạt: 3 tán thành, cần ít nhất 3/);
  assert.equal(await acts_recorded(), 7, "nothing is written");
});

test("slips that do not add up are named", async () => {
  const wrong = await vote(secretary, "ket-nap", { on: "03/04/2025", votes: { issued: 5, collected: 5, invalid: 1, for: 5, against: 0 } });
  assert.equal(wrong.status, 422);
  assert.match(words_on(wrong), /hợp lệ 4/);
  assert.equal(await acts_recorded(), 7);
});

test("the vote counts all official members, not those present; the sentences are there to copy", async () => {
  const failed = await vote(secretary, "ket-nap", { on: "27/03/2025", absent: people.members.slice(3), votes: { issued: 3, collected: 3, invalid: 0, for: 3, against: 0 } });
  assert.match(words_on(failed), /Không đạt: 3 tán thành, cần ít nhất 4, thiếu 1/);
  const early = await record(office, "nghi-quyet-dang-uy", { on: "20/04/2025", about: "admission", members: "15", committee_for: "13" });
  assert.equal(early.status, 403, "nothing rests on a vote that failed");
  const page = await vote(secretary, "ket-nap", { on: "03/04/2025", absent: [people.members[4]], votes: { issued: 4, collected: 4, invalid: 0, for: 4, against: 0, paper_number: "15-NQ/CB" } });
  assert.match(page.path, /\/viec-da-ghi\/\d+$/, words_on(page));
  assert.match(page.text, /<textarea id="bien-ban"[^>]*>[^<]*Tán thành: 4 đồng chí, đạt 80% so với tổng số đảng viên chính thức/);
  assert.match(page.text, /<textarea id="cau-nghi-quyet"[^>]*>[^<]*đề nghị kết nạp Lê Thị Sen vào Đảng/);
});

test("the plan says the last day of each act before a ceremony", async () => {
  const year = new Date().getFullYear() + 1;
  const page = await secretary.get(`${dossier}/ke-hoach?ngay=03/02/${year}`);
  assert.equal(page.status, 200);
  assert.match(words_on(page), /Lễ kết nạp|Nghị quyết/);
  assert.equal((await secretary.get(`${dossier}/ke-hoach?ngay=x`)).status, 422);
});

test("committee, deciding committee and cell carry it to the ceremony", async () => {
  const early = await record(deciding, "quyet-dinh", { on: "05/05/2025", about: "admission", paper_number: "126-QĐ/HU", received: "12/05/2025" });
  assert.equal(early.status, 403, "no decision before the committee's vote");
  assert.match(early.text, /name="past_reason"/, "the deciding office may record past facts");
  await done(office, "nghi-quyet-dang-uy", { on: "20/04/2025", about: "admission", members: "15", committee_for: "13", paper_number: "8-NQ/ĐU" });
  await done(deciding, "quyet-dinh", { on: "05/05/2025", about: "admission", paper_number: "126-QĐ/HU", received: "12/05/2025" });
  const page = await done(secretary, "le-ket-nap", { on: "19/05/2025" });
  assert.match(words_on(page), /dự bị|Chờ chi bộ xét công nhận/i);
  assert.match(words_on(await secretary.get(`/nguoi/${people.candidate}`)), /Đảng viên dự bị/);
});

test("probation ends in recognition after twelve months, never before", async () => {
  await done(secretary, "giup-do", { who: `${people.members[1]}`, on: "19/05/2025" });
  await done(secretary, "ly-lich-dang-vien", { on: "01/06/2025" });
  await done(secretary, "giay-chung-nhan-dang-vien-moi", { on: "01/11/2025" });
  const early = await record(secretary, "tu-kiem-diem", { on: "18/05/2026" });
  assert.equal(early.status, 403, "papers of recognition only after twelve months");
  await done(secretary, "tu-kiem-diem", { on: "20/05/2026" });
  await done(secretary, "nhan-xet", { who: `${people.members[1]}`, on: "21/05/2026" });
  await done(secretary, "y-kien", { on: "25/05/2026" });
  const page = await vote(secretary, "cong-nhan", { on: "01/06/2026", votes: { issued: 5, collected: 5, invalid: 0, for: 5, against: 0 } });
  assert.match(page.path, /\/viec-da-ghi\/\d+$/, words_on(page));
  await done(office, "nghi-quyet-dang-uy", { on: "10/06/2026", about: "recognition", members: "15", committee_for: "15" });
  const last = await done(deciding, "quyet-dinh", { on: "25/06/2026", about: "recognition", paper_number: "201-QĐ/HU" });
  assert.match(words_on(last), /Đã công nhận chính thức/);
  assert.match(words_on(await secretary.get(`/nguoi/${people.candidate}`)), /Đảng viên chính thức/);
});

const act_path = async (client, title) => {
  const { text } = await client.get(dossier);
  return new RegExp(`href="(${dossier}/viec-da-ghi/\\d+)">${title}`).exec(text)?.[1];
};

test("two who correct different fields of an act both keep theirs; of the same field both versions are shown", async () => {
  const act = await act_path(office, "Đảng viên giới thiệu");
  const colleague = await account("van.phong.hai", "grassroots_office", "commune");
  const reason = "Đối chiếu giấy giới thiệu bản chính";
  const form_of = async (client) => {
    const { text } = await client.get(`${act}/sua`);
    const value = (name) => decoded(new RegExp(`name="${name}" value="([^"]*)"`).exec(text)[1]);
    return { csrf: value("csrf"), version: value("version"), who: `${people.members[0]}`, who_name: "", shared_months: "14", on: "05/03/2025", paper_on: "", note: "", reason, lam: "ghi" };
  };
  const [mine, theirs] = [await form_of(office), await form_of(colleague)];
  assert.equal((await office.post(`${act}/sua`, { ...mine, shared_months: "26" })).path, act);
  const merged = await colleague.post(`${act}/sua`, { ...theirs, note: "Ghi theo bản chính" });
  assert.equal(merged.path, act, words_on(merged));
  assert.match(words_on(merged), /26/);
  assert.match(words_on(merged), /Ghi theo bản chính/);
  assert.match(words_on(merged), /Đối chiếu giấy giới thiệu bản chính/);
  const clash = await colleague.post(`${act}/sua`, { ...theirs, shared_months: "20" });
  assert.equal(clash.status, 409);
  assert.match(words_on(clash), /Có người vừa ghi trước/);
  assert.match(clash.text, /value="20"/);
  assert.match(words_on(clash), /26/);
});

test("the same act recorded by two is a conflict that shows both", async () => {
  const path = `${dossier}/viec/kiem-tra-lai`;
  const fields = async (client) => {
    const { text } = await client.get(path);
    return { csrf: decoded(/name="csrf" value="([^"]*)"/.exec(text)[1]), seen: /name="seen" value="(\d+)"/.exec(text)[1], paper_on: "", note: "", lam: "ghi" };
  };
  const [first, second] = [await fields(secretary), await fields(office)];
  assert.equal((await secretary.post(path, { ...first, on: "25/03/2025" })).path, dossier);
  const clash = await office.post(path, { ...second, on: "26/03/2025" });
  assert.equal(clash.status, 409);
  assert.match(words_on(clash), /25\/03\/2025/);
  assert.match(clash.text, /value="26\/03\/2025"/);
});

test("what was recorded by mistake is withdrawn with a reason, unless something rests on it", async () => {
  const recheck = await act_path(secretary, "Chi uỷ kiểm tra lại điều kiện");
  assert.equal((await secretary.submit(`${recheck}/rut`, { reason: "" })).status, 422);
  const page = await secretary.submit(`${recheck}/rut`, { reason: "Ghi nhầm sang hồ sơ này" });
  assert.equal(page.path, dossier);
  assert.match(words_on(page), /rút lại: Ghi nhầm sang hồ sơ này/);
  const declaration = await act_path(secretary, "Lý lịch của người xin vào Đảng");
  const refused = await secretary.submit(`${declaration}/rut`, { reason: "Thử rút việc đang có việc khác dựa vào" });
  assert.ok([403, 409, 422].includes(refused.status), `${refused.status}`);
});

test("a wrong decision is cancelled by the deciding office and acknowledged again after its remedy", async () => {
  const decisions = [...(await deciding.get(dossier)).text.matchAll(new RegExp(`href="(${dossier}/viec-da-ghi/\\d+)">Quyết định của cấp uỷ có thẩm quyền \\(công nhận`, "g"))];
  const decision = decisions[0][1];
  assert.equal((await secretary.get(`${decision}/huy`)).status, 403);
  const cancelled = await deciding.submit(`${decision}/huy`, { on: "01/07/2026", reason: "Ký khi chưa có ý kiến nhận xét", paper_number: "210-QĐ/HU" });
  assert.equal(cancelled.path, dossier, words_on(cancelled));
  assert.match(words_on(await secretary.get(`/nguoi/${people.candidate}`)), /Đảng viên dự bị/);
  const again = await deciding.submit(`${decision}/thua-nhan`, { on: "10/07/2026", reason: "Đã bổ sung ý kiến nhận xét" });
  assert.equal(again.path, dossier, words_on(again));
  assert.match(words_on(await secretary.get(`/nguoi/${people.candidate}`)), /Đảng viên chính thức/);
});

test("a past fact against the rules needs the deciding office and its reason, and is marked", async () => {
  const bong = await add_person(people.cell, { full_name: "Trần Thị Bông", born: "01/01/1995", standing: "none", agreed: "1", since: "01/01/2023" });
  const opened = await office.submit(`/ho-so/moi?nguoi=${bong}`, { opened: "01/02/2024", is_citizen: "1", area: "ordinary" });
  const own = opened.path;
  const fields = { on: "01/06/2024", lam: "ghi" };
  assert.equal((await deciding.submit(`${own}/viec/tu-kiem-diem`, { ...fields, past_reason: "" })).status, 403);
  const kept = await deciding.submit(`${own}/viec/tu-kiem-diem`, { ...fields, past_reason: "Hồ sơ giấy năm 2024 lập như vậy" });
  assert.equal(kept.path, own, words_on(kept));
  assert.match(words_on(kept), /1 việc ghi dù trái quy định/);
  const forged = await secretary.get(`${own}/viec/don-xin`);
  const csrf = decoded(/name="csrf" value="([^"]*)"/.exec(forged.text)[1]);
  const refused = await secretary.post(`${own}/viec/le-ket-nap`, { csrf, on: "01/06/2024", past_reason: "Cố ghi dù không được phép", lam: "ghi" });
  assert.equal(refused.status, 403);
});

test("facts are corrected field by field, a dossier is put away and taken up again", async () => {
  const an = await add_person(people.cell, { full_name: "Vũ Văn An", born: "01/01/1996", standing: "none", agreed: "1" });
  const own = (await secretary.submit(`/ho-so/moi?nguoi=${an}`, { opened: "01/02/2024", is_citizen: "1", area: "ordinary" })).path;
  const facts = await secretary.submit(`${own}/thong-tin`, { opened: "01/02/2024", is_citizen: "1", area: "disadvantaged", reason: "Xã thuộc vùng khó khăn" });
  assert.equal(facts.path, own, words_on(facts));
  assert.match(words_on(facts), /vùng đặc biệt khó khăn/);
  const closed = await secretary.submit(`${own}/dong`, { cause: "withdrawn", closed_on: "01/03/2025", closing_note: "Rút đơn" });
  assert.match(words_on(closed), /Đã đóng hồ sơ/);
  const reopened = await secretary.submit(`${own}/mo-lai`, { reason: "Đóng nhầm người cùng tên" });
  assert.match(words_on(reopened), /Chuẩn bị hồ sơ/);
});

test("a slip takes a dossier to another cell once that accepts it", async () => {
  const an = /href="(\/ho-so\/\d+)"/.exec((await secretary.get("/ho-so?q=vu+van+an&dang=danh-sach")).text)[1];
  const page = await secretary.get(`${an}/chuyen`);
  const csrf = decoded(/name="csrf" value="([^"]*)"/.exec(page.text)[1]);
  const found_cells = await secretary.post(`${an}/chuyen`, { csrf, q: "cuoi lang", sent: "01/04/2025", lam: "tim" });
  assert.match(words_on(found_cells), /Chi bộ thôn Cuối Làng/);
  assert.equal((await secretary.post(`${an}/chuyen`, { csrf, q: "cuoi lang", sent: "01/04/2025", lam: "gui" })).status, 422);
  const sent = await secretary.post(`${an}/chuyen`, { csrf, q: "", to: `${id_of(people.other)}`, sent: "01/04/2025", paper_number: "4-GCN", paper_issuer: "", note: "", lam: "gui" });
  assert.match(words_on(sent), /Đang chuyển từ Chi bộ thôn Đầu Làng đến Chi bộ thôn Cuối Làng/);
  const receiver = await account("bi.thu.cuoi.lang", "cell_secretary", "other");
  assert.ok([403, 404].includes((await receiver.get(`${an}/viec/don-xin`)).status), "not before it is accepted");
  const [, accept] = /href="(\/phieu-chuyen\/\d+\/tiep-nhan)"/.exec((await receiver.get("/phieu-chuyen")).text);
  await receiver.submit(accept, { on: "05/04/2025" });
  assert.equal((await receiver.get(an)).status, 200);
  assert.equal((await secretary.get(an)).status, 404);
});
