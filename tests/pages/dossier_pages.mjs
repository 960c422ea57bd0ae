// The pages of one dossier: of somebody whom the cell has to vote on, of a member on probation, and of their acts.

const decoded = (href) => href.replaceAll("&amp;", "&");
const links_of = ({ text }) => [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => decoded(href));

async function first(client, path, pattern) {
  const found = links_of(await client.get(path)).find((href) => pattern.test(href));
  if (!found) throw new Error(`no link like ${pattern} on ${path}`);
  return found;
}

const listed = (client, stage) => first(client, `/ho-so?giai_doan=${stage}&dang=danh-sach`, /^\/ho-so\/\d+$/);

// The address of an act of a dossier, by the start of its title.
async function act_of(client, dossier, title) {
  const { text } = await client.get(dossier);
  const found = new RegExp(`href="(${dossier}/viec-da-ghi/\\d+)">${title}`).exec(text);
  if (!found) throw new Error(`no act ${title} on ${dossier}`);
  return found[1];
}

// A dossier of the demo with a scan, and that scan.
async function scanned_dossier(client) {
  const list = links_of(await client.get("/ho-so?giai_doan=decision&dang=danh-sach"));
  for (const dossier of new Set(list.filter((href) => /^\/ho-so\/\d+$/.test(href)))) {
    const scan = links_of(await client.get(`${dossier}/ban-quet`)).find((href) => /\/ban-quet\/\d+$/.test(href));
    if (scan) return { dossier, scan };
  }
  throw new Error("no dossier with a scan");
}

export async function dossier_pages(commission, office) {
  const role = "province_commission";
  const of = {
    preparing: await listed(commission, "preparing"),
    voting: await listed(commission, "cell_vote"),
    deciding: await listed(commission, "decision"),
    probation: await listed(commission, "probation"),
    recognised: await listed(commission, "recognised"),
  };
  const vote = await act_of(commission, of.deciding, "Nghị quyết chi bộ");
  const own = await listed(office, "recognised");
  const decision = await act_of(office, own, "Quyết định của cấp uỷ");
  const cell = links_of(await commission.get(of.voting)).filter((href) => /^\/to-chuc\/\d+$/.test(href)).at(-1);
  const stranger = await first(commission, "/nguoi?trang_thai=none", /^\/nguoi\/\d+$/);
  const scanned = await scanned_dossier(commission);
  return [
    { name: "ho-so-ban-quet", path: `${scanned.dossier}/ban-quet`, role },
    { name: "ban-quet-mot", path: scanned.scan, role },
    { name: "quet-giay", path: "/ban-quet", role: "cell_secretary" },
    { name: "quet-giay-cho", path: "/ban-quet/cho", role: "cell_secretary" },
    { name: "in-bo-giay", path: `${cell}/bo-giay`, role },
    { name: "ho-so-chuan-bi", path: of.preparing, role },
    { name: "ho-so-cho-chi-bo", path: of.voting, role },
    { name: "ho-so-cho-quyet-dinh", path: of.deciding, role },
    { name: "ho-so-du-bi", path: of.probation, role },
    { name: "ho-so-da-cong-nhan", path: of.recognised, role },
    { name: "ho-so-ghi-don", path: `${of.preparing}/viec/don-xin`, role },
    { name: "ho-so-ghi-tham-tra", path: `${of.preparing}/viec/tham-tra`, role },
    { name: "ho-so-ghi-gioi-thieu", path: `${of.preparing}/viec/gioi-thieu`, role },
    { name: "ho-so-ghi-quyet-dinh", path: `${await listed(office, "decision")}/viec/quyet-dinh`, role: "deciding_office" },
    { name: "ho-so-bieu-quyet", path: `${of.voting}/bieu-quyet/ket-nap`, role },
    { name: "ho-so-bieu-quyet-so", path: `${of.voting}/bieu-quyet/ket-nap?cach=so`, role },
    { name: "ho-so-viec-bieu-quyet", path: vote, role },
    { name: "ho-so-sua-bieu-quyet", path: `${vote}/sua`, role },
    { name: "ho-so-rut-viec", path: `${vote}/rut`, role },
    { name: "ho-so-huy-quyet-dinh", path: `${decision}/huy`, role: "deciding_office" },
    { name: "ho-so-ke-hoach", path: `${of.voting}/ke-hoach`, role },
    { name: "ho-so-giay", path: `${of.deciding}/giay`, role },
    { name: "ho-so-giay-chi-bo", path: `${await listed(office, "probation")}/giay`, role: "deciding_office" },
    { name: "ho-so-soat-xet", path: `${of.deciding}/soat-xet`, role },
    { name: "ho-so-thong-tin", path: `${of.voting}/thong-tin`, role },
    { name: "ho-so-chuyen", path: `${of.voting}/chuyen`, role },
    { name: "ho-so-dong", path: `${of.voting}/dong`, role },
    { name: "ho-so-lap", path: `/ho-so/moi?nguoi=${/\d+$/.exec(stranger)[0]}`, role },
    { name: "chi-bo-them-nguoi", path: `${cell}/nguoi-moi`, role },
  ];
}
