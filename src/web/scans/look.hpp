#pragma once

#include "app/scans/views.hpp"
#include "web/site/site.hpp"

#include <string>
#include <vector>

// How pages show scans.
namespace phusa::web::scans
{

std::string path_of(DossierId dossier);              // "/ho-so/7/ban-quet"
std::string path_of(DossierId dossier, ScanId scan); // "/ho-so/7/ban-quet/3"

// "2 trang, 340 KB, bản 2, quét lúc 13:04 23/11/2026, thu.ky"
std::string note_of(const ScanView& view);
// Of scans/papers: title, href, note.
View::List papers_of(const std::vector<ScanView>& papers);
// Of scans/act: the scans of one act with the form to send more.
View act_view(DossierId dossier, const ActScans& act);

// A picture within the page, so that looking at it needs no second door.
std::string data_url(std::string_view media_type, std::string_view bytes);

// A foreign file leaves only as a file to save: never run, never shown by this site.
Response foreign_file(std::string name, std::string_view media_type, std::string bytes);

} // namespace phusa::web::scans
