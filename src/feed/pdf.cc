#include "feed/pdf.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/child.h"

namespace figmine {
namespace {

Diagnostic too_large(const PdfLimits& limits) {
  return error(fmt::format("the PDF holds more than {} MiB of text", limits.text_bytes >> 20U), "split it");
}

// What pdftotext's exit means. Exit codes: 1 the PDF can't be opened, 3 its permissions.
Diagnostic failure(const ChildResult& run, const PdfLimits& limits) {
  constexpr int kNoPermission = 3;
  if (run.stopped == ChildResult::Stopped::kTime) {
    return error(fmt::format("the PDF takes longer than {} s to read", limits.time.count() / 1000),
                 "is it made of drawings? give its text");
  }
  if (run.stopped == ChildResult::Stopped::kOutput) return too_large(limits);
  if (run.errors.find("ncorrect password") != std::string::npos || run.exit_code == kNoPermission)
    return error("the PDF is encrypted", "decrypt it first: qpdf --decrypt IN.pdf OUT.pdf");
  const std::string reason = run.errors.substr(0, run.errors.find('\n'));
  return error("the PDF is broken" + (reason.empty() ? "" : ": " + reason), "can a viewer open it?");
}

}  // namespace

Result<std::string> pdf_text(std::string_view pdf, const PdfLimits& limits) {
  ChildLimits child;
  child.time = limits.time;
  child.memory_bytes = limits.memory_bytes;
  child.output_bytes = limits.text_bytes;
  const Result<ChildResult> run =
      run_child({"pdftotext", "-enc", "UTF-8", "-eol", "unix", "/dev/stdin", "-"}, pdf, child);
  if (!run) return run.errors();
  if (run.value().missing)
    return error("pdftotext is not installed", "on Debian: apt-get install poppler-utils");
  if (run.value().exit_code != 0 || run.value().stopped != ChildResult::Stopped::kNo)
    return failure(run.value(), limits);
  std::string text = paragraphs_of(run.value().output);
  if (text.empty()) return error("the PDF has no text", "scanned pages need OCR first, for example ocrmypdf");
  return text;
}

}  // namespace figmine
