// A person at the server without a browser: keeps cookies, follows redirects as a browser does, fills in forms.
const redirects_max = 10;

export class Client {
  constructor(url) {
    this.url = url;
    this.cookies = new Map();
  }

  // One request without following redirects. The path may be absolute.
  async request(path, options = {}) {
    const headers = new Headers(options.headers);
    if (this.cookies.size) headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await fetch(new URL(path, this.url), { ...options, headers, redirect: "manual" });
    for (const line of set_cookies(answer.headers)) this.#keep(line);
    return answer;
  }

  // GET, following redirects; the answer carries `text` and the `path` where it ended.
  async get(path, options = {}) {
    return this.#follow(path, await this.request(path, options));
  }

  // POST of form fields with the session's CSRF field, following redirects.
  async post(path, fields) {
    const body = new URLSearchParams(fields);
    const headers = { origin: this.url };
    return this.#follow(path, await this.request(path, { method: "POST", body, headers }));
  }

  // Opens a page, fills in its form that has all given fields, keeping hidden ones, and sends it.
  async submit(page_path, fields) {
    const page = await this.get(page_path);
    const form = forms_of(page.text).find((candidate) => Object.keys(fields).every((name) => candidate.names.has(name)));
    if (!form) throw new Error(`no form with ${Object.keys(fields)} on ${page.path} (${page.status})`);
    return this.post(new URL(form.action || page.path, new URL(page.path, this.url)).pathname, { ...form.hidden, ...fields });
  }

  sign_in(name, password) {
    return this.submit("/", { name, password });
  }

  async #follow(path, answer) {
    let at = path;
    for (let hops = 0; answer.status >= 300 && answer.status < 400 && answer.status !== 304; ++hops) {
      if (hops === redirects_max) throw new Error(`${path} redirects in a circle`);
      const to = new URL(answer.headers.get("location"), new URL(at, this.url));
      at = to.pathname + to.search;
      answer = await this.request(at);
    }
    answer.path = at;
    answer.text = await answer.text();
    return answer;
  }

  #keep(line) {
    const [pair, ...attributes] = line.split(";").map((part) => part.trim());
    const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

// Debian's Node 18 joins the lines with commas; a comma inside Expires is not followed by a name and an equals sign.
export const set_cookies = (headers) => headers.getSetCookie?.() ?? headers.get("set-cookie")?.split(/,(?=\s*[\w-]+=)/) ?? [];

const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
const unescape = (text) => text?.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

// The forms of a page: where each goes, the names of its fields, the values of its hidden ones.
export function forms_of(html) {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head, body]) => {
    const tags = [...body.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)].map(([tag]) => tag);
    const hidden = tags.filter((tag) => attribute(tag, "type") === "hidden");
    return {
      action: unescape(attribute(head, "action")) ?? "",
      method: (attribute(head, "method") ?? "get").toLowerCase(),
      names: new Set(tags.map((tag) => attribute(tag, "name")).filter(Boolean)),
      hidden: Object.fromEntries(hidden.map((tag) => [attribute(tag, "name"), unescape(attribute(tag, "value")) ?? ""])),
    };
  });
}
