#include "export/document_table.h"

namespace figmine {
namespace {

using enum CellType;

const DocumentInfo& info(const Record& record) { return record.result.document; }

constexpr DocumentColumn kColumns[] = {
    {"name", kText, 30, [](const Record& r) { return r.name; }},
    {"id", kText, 30, [](const Record& r) { return info(r).id; }},
    {"source", kText, 30, [](const Record& r) { return info(r).source; }},
    {"title", kText, 60, [](const Record& r) { return info(r).title.value_or(""); }},
    {"published", kText, 11, [](const Record& r) { return info(r).published.value_or(""); }},
    {"publisher", kText, 20, [](const Record& r) { return info(r).publisher.value_or(""); }},
    {"byline", kText, 20, [](const Record& r) { return info(r).byline.value_or(""); }},
    {"place", kText, 16, [](const Record& r) { return info(r).place.value_or(""); }},
    {"url", kText, 30, [](const Record& r) { return info(r).url.value_or(""); }},
    {"language", kText, 9, [](const Record& r) { return info(r).language; }},
    {"media_type", kText, 14, [](const Record& r) { return info(r).media_type; }},
    {"facts", kNumber, 8, [](const Record& r) { return std::to_string(r.wanted.size()); }},
    {"duplicate_of", kText, 30, [](const Record& r) { return r.duplicate_of; }},
    {"sha256", kText, 20, [](const Record& r) { return info(r).sha256; }},
    {"engine", kText, 10, [](const Record& r) { return r.result.engine.version; }},
    {"rules", kText, 20, [](const Record& r) { return r.result.engine.rules; }},
};

}  // namespace

std::span<const DocumentColumn> document_table() { return kColumns; }

}  // namespace figmine
