#include "feed/article.h"

#include "feed/pdf.h"

namespace figmine {

Diagnostics make_readable(Article& article, const PdfLimits& limits) {
  if (!article.pdf) return {};
  Result<std::string> text = pdf_text(article.bytes, limits);
  if (!text) return text.errors();
  article.bytes = std::move(text).value();
  article.input = Input::kText;
  article.pdf = false;
  return {};
}

std::string source_of(const Article& article) {
  if (article.source == "-") return {};
  return article.line == 0 ? article.source : article.source + ":" + std::to_string(article.line);
}

ExtractOptions options_for(const Article& article, const ExtractOptions& base) {
  ExtractOptions options = base;
  options.source = source_of(article);
  options.info = article.info;
  if (article.input != Input::kAuto) options.input = article.input;
  if (options.id.empty()) options.id = article.id;
  return options;
}

Diagnostics placed(Diagnostics problems, const Article& article) {
  for (Diagnostic& problem : problems) {
    if (problem.file.empty()) problem.file = article.source == "-" ? "standard input" : article.source;
    if (problem.line == 0) problem.line = article.line;
  }
  return problems;
}

}  // namespace figmine
