// How long functions are. C++ by its braces, scripts by their syntax tree.
import { parse } from "acorn";
import { full } from "acorn-walk";

const not_a_function = /^\s*(?:template\s*<[^(){}]*>\s*)?(?:inline\s+)?(?:namespace|class|struct|union|enum|extern\s+"\s*"|concept)\b/;
const ends_signature = /(?:\)|\b(?:const|noexcept|override|final|try)|&|\]|->\s*[\w:<>,&*\s]+)\s*$/;
const opens_initialisers = /\)\s*(?:noexcept(?:\([^)]*\))?\s*)?:(?!:)/;

// The functions of a C++ text without comments and strings: [{ line, lines, name }], from the signature to the last brace.
export function cpp_functions(code) {
  const text = blank_preprocessor(code);
  const found = [];
  let header_from = 0;
  for (let at = 0; at < text.length; ++at) {
    const sign = text[at];
    if (sign === ";" || sign === "}") header_from = at + 1;
    if (sign !== "{") continue;
    const header = text.slice(header_from, at).replace(/^\s*(?:public|private|protected)\s*:/, "");
    const kind = kind_of_brace(header);
    if (kind === "scope") header_from = at + 1;
    if (kind === "value") at = matching_brace(text, at);
    if (kind !== "function") continue;
    const end = matching_brace(text, at);
    const start = header_from + (text.slice(header_from).length - text.slice(header_from).trimStart().length);
    const line = line_number(text, start);
    found.push({ line, lines: line_number(text, end) - line + 1, name: /([\w~:]+)\s*\(/.exec(header)?.[1] ?? "(lambda)" });
    at = end;
    header_from = end + 1;
  }
  return found;
}

function kind_of_brace(header) {
  if (not_a_function.test(header)) return "scope";
  if (!header.includes("(") && !header.trimEnd().endsWith("]")) return header.trim() === "" ? "scope" : "value";
  if (opens_initialisers.test(header) && /[\w>]\s*$/.test(header)) return "value";
  return ends_signature.test(header) || header.trimEnd().endsWith("}") ? "function" : "value";
}

function blank_preprocessor(code) {
  return code.replace(/^[ \t]*#(?:[^\n\\]|\\\n|\\.)*/gm, (found) => found.replace(/[^\n]/g, " "));
}

function matching_brace(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; ++at) {
    if (text[at] === "{") ++depth;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length - 1;
}

function line_number(text, offset) {
  let line = 1;
  for (let at = 0; at < offset; ++at) if (text[at] === "\n") ++line;
  return line;
}

// The functions of a script, in the same form.
export function script_functions(text) {
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module", locations: true, allowHashBang: true });
  const found = [];
  full(tree, (node) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
    const { start, end } = node.loc;
    found.push({ line: start.line, lines: end.line - start.line + 1, name: node.id?.name ?? "(function)" });
  });
  return found;
}

export function functions_of(source) {
  if (source.is_cpp) return cpp_functions(source.code);
  return /\.m?js$/.test(source.path) ? script_functions(source.text) : [];
}
