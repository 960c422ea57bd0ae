// Mustache pages: every template is used, every name leads to one, and nothing stands inline that the CSP forbids.
import { finding } from "./source.mjs";

const name_of = (path) => /^src\/web\/(.+)\.mustache$/.exec(path)?.[1];

export function check_templates(sources) {
  const templates = new Map(sources.filter((source) => name_of(source.path)).map((source) => [name_of(source.path), source]));
  const used = new Set();
  const found = [];
  for (const [name, source] of templates)
    for (const match of source.text.matchAll(/\{\{>\s*([\w\/.-]+)\s*\}\}/g)) {
      if (match[1] !== name) used.add(match[1]);
      if (!templates.has(match[1])) found.push(finding(source, source.line_of(match.index), `no template ${match[1]}`));
    }
  for (const source of sources.filter((candidate) => candidate.room === "web" && candidate.is_cpp && !candidate.is_test))
    read_names(source, templates, used, found);
  for (const [name, source] of templates) if (!used.has(name)) found.push(finding(source, 1, "template that no page uses"));
  return [...found, ...[...templates.values()].flatMap(check_markup)];
}

function read_names(source, templates, used, found) {
  const code = source.code_with_strings;
  for (const [, name] of code.matchAll(/"([^"\n]+)"/g)) if (templates.has(name)) used.add(name);
  for (const match of code.matchAll(/\brender\w*\(\s*"([^"\n]+)"/g))
    if (!templates.has(match[1])) found.push(finding(source, code.slice(0, match.index).split("\n").length, `no template ${match[1]}`));
}

const forbidden = [
  [/<script\b(?![^>]*\bsrc=)/i, "script in the page; put it into assets/"],
  [/<style\b|\sstyle\s*=/i, "style in the page; put it into assets/"],
  [/\son[a-z]+\s*=\s*["']/i, "event handler in the page; put it into assets/"],
  [/\b(?:src|action)\s*=\s*["']https?:/i, "address of another host"],
  [/\btarget\s*=\s*["']_blank/i, "link that opens a window; the reader decides"],
];

function check_markup(source) {
  return source.lines.flatMap((text, index) => forbidden.filter(([pattern]) => pattern.test(text))
    .map(([, message]) => finding(source, index + 1, message)));
}
