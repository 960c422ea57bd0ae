// Writes embedded.S (the bytes, by .incbin) and embedded.cpp (their names) for base/embedded.hpp.
// Usage: node embed.mjs SOURCE_DIR BUILD_DIR
import { readdirSync, mkdirSync, writeFileSync, existsSync } from "node:fs";
import { join, relative } from "node:path";

const [source, build] = process.argv.slice(2);

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const files = [
  ...filesBelow(join(source, "src")).filter((f) => /\.(mustache|toml|sql)$/.test(f)).map((f) => [relative(source, f), f]),
  ...filesBelow(join(source, "regulations")).filter((f) => f.endsWith(".toml")).map((f) => [relative(source, f), f]),
  ...filesBelow(join(build, "assets")).map((f) => [relative(build, f), f]),
  ...filesBelow(join(build, "geography")).map((f) => [relative(build, f), f]),
].sort(([a], [b]) => (a < b ? -1 : 1));

const assembly = [".section .rodata", ".global phusa_embedded_bytes", "phusa_embedded_bytes:"];
files.forEach(([, path], i) => assembly.push(`file_${i}:`, `.incbin "${path}"`));
assembly.push(`file_${files.length}:`, ".balign 8", ".global phusa_embedded_offsets", "phusa_embedded_offsets:");
files.forEach((_, i) => assembly.push(`.quad file_${i} - phusa_embedded_bytes`));
assembly.push(`.quad file_${files.length} - phusa_embedded_bytes`, '.section .note.GNU-stack,"",@progbits');

const table = `#include "base/embedded.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

extern "C" const char phusa_embedded_bytes[];
extern "C" const std::uint64_t phusa_embedded_offsets[];

namespace phusa {

namespace {
constexpr std::array<std::string_view, ${files.length}> paths{
${files.map(([name]) => `    ${JSON.stringify(name)},`).join("\n")}
};
} // namespace

std::optional<std::string_view> embedded_file(std::string_view path)
{
    auto found = std::lower_bound(paths.begin(), paths.end(), path);
    if (found == paths.end() || *found != path)
        return std::nullopt;
    auto index = found - paths.begin();
    auto begin = phusa_embedded_offsets[index];
    return std::string_view(phusa_embedded_bytes + begin, phusa_embedded_offsets[index + 1] - begin);
}

std::vector<std::string_view> embedded_paths(std::string_view prefix)
{
    std::vector<std::string_view> found;
    for (auto path : paths)
        if (path.starts_with(prefix))
            found.push_back(path);
    return found;
}

} // namespace phusa
`;

mkdirSync(join(build, "embedded"), { recursive: true });
writeFileSync(join(build, "embedded", "embedded.S"), assembly.join("\n") + "\n");
writeFileSync(join(build, "embedded", "embedded.cpp"), table);
