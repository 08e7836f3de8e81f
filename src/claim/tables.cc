#include "claim/tables.h"

#include <algorithm>

namespace figmine {
namespace {

struct TableState {
  int table = -1;
  Decimal scale = 1;
  std::string currency;  // ISO code from the caption
  std::vector<std::optional<Interval>> columns;
  std::vector<std::string> heads;
};

class TableReader {
 public:
  TableReader(std::vector<Draft>& drafts, const ClaimInput& input)
      : drafts_(drafts), input_(input), look_(input) {}

  void run() {
    std::size_t next = 0;
    for (std::size_t i = 0; i < input_.text.sentences.size(); ++i) {
      const Block& block = input_.document.blocks[input_.text.sentences[i].block];
      if (block.table != state_.table &&
          (block.kind == BlockKind::kTableRow || block.kind == BlockKind::kCaption)) {
        state_ = TableState{};
        state_.table = block.table;
      }
      if (block.kind == BlockKind::kCaption) read_caption(i);
      if (block.kind == BlockKind::kTableRow && block.header) read_header(i, block);
      while (next < drafts_.size() && drafts_[next].sentence < i) ++next;
      if (block.kind != BlockKind::kTableRow) continue;
      for (std::size_t d = next; d < drafts_.size() && drafts_[d].sentence == i; ++d)
        read_cell(drafts_[d], block);
    }
  }

 private:
  void read_caption(std::size_t sentence) {
    for (const Annotation& annotation : input_.analyses[sentence].annotations) {
      if (look_.is(annotation, "table_scale")) {
        const std::optional<Decimal> scale =
            Decimal::parse(feature_text(input_.program, annotation, "value"));
        if (scale) state_.scale = *scale;
      }
      if (look_.is(annotation, "curp") || look_.is(annotation, "curw")) {
        const std::string codes = feature_text(input_.program, annotation, "codes");
        if (state_.currency.empty()) state_.currency = codes.substr(0, codes.find(' '));
      }
    }
  }

  void read_header(std::size_t sentence, const Block& block) {
    read_caption(sentence);
    if (state_.columns.size() < block.cells.size()) {
      state_.columns.resize(block.cells.size());
      state_.heads.resize(block.cells.size());
    }
    for (std::size_t cell = 0; cell < block.cells.size(); ++cell) {
      const Span span = block.cells[cell];
      for (const TimeSpan& time : input_.resolved[sentence].times) {
        if (span.contains(look_.span_of(time.range)) && time.time.interval.end)
          state_.columns[cell] = time.time.interval;
      }
      state_.heads[cell] = std::string(slice(input_.document.text, span));
    }
  }

  static std::size_t cell_at(const Block& block, Span span) {
    for (std::size_t i = 0; i < block.cells.size(); ++i) {
      if (block.cells[i].contains(span)) return i;
    }
    return block.cells.size();
  }

  void read_cell(Draft& draft, const Block& block) {
    const std::size_t cell = cell_at(block, draft.fact.quantity.span);
    if (block.header || cell == 0 || cell >= block.cells.size()) {
      if (draft.fact.claim && cell >= block.cells.size()) return;
      draft.fact.claim = false;
      if (draft.fact.non_claim_class.empty()) draft.fact.non_claim_class = "other";
      return;
    }
    const std::string_view head = slice(input_.document.text, block.cells.front());
    if (head.empty()) return;
    draft.fact.claim = draft.fact.non_claim_class.empty() || draft.fact.non_claim_class == "date_part" ||
                       draft.fact.non_claim_class == "list_number";
    if (draft.fact.claim) draft.fact.non_claim_class.clear();
    draft.fact.measure = Measure{
        std::string(head),
        std::string(
            head.substr(head.find_last_of(' ') == std::string_view::npos ? 0 : head.find_last_of(' ') + 1)),
        block.cells.front()};
    draft.fact.rules.emplace_back("table/row-head");
    if (cell < state_.columns.size() && state_.columns[cell]) {
      const Interval& interval = *state_.columns[cell];
      Period period;
      period.text = state_.heads[cell];
      period.start = interval.start ? to_iso(*interval.start) : "";
      period.end = interval.end ? to_iso(*interval.end) : "";
      period.inferred = true;
      draft.fact.period = period;
      draft.fact.rules.emplace_back("table/column-head");
    }
    scale(draft, head);
  }

  // Amounts of a table "in millions" are multiplied out, but not per-share rows, percentages and counts with
  // a unit.
  void scale(Draft& draft, std::string_view head) {
    Quantity& quantity = draft.fact.quantity;
    const std::string folded = fold(head);
    const bool per_share =
        folded.find("per share") != std::string::npos || folded.find("per ads") != std::string::npos;
    const bool ratio = folded.find('%') != std::string::npos || folded.find("margin") != std::string::npos;
    if (quantity.kind != "money" && quantity.kind != "number") return;
    if (quantity.kind == "number" && ratio) return;
    if (per_share && quantity.kind == "money" && quantity.unit) quantity.unit->per = "share";
    if (quantity.kind == "number" && !state_.currency.empty()) {
      quantity.kind = "money";
      quantity.unit = Unit{"", "", state_.currency, "iso4217", per_share ? "share" : "", {}};
    }
    if (per_share || state_.scale == Decimal(1)) return;
    for (std::optional<std::string>* value : {&quantity.value, &quantity.low, &quantity.high}) {
      if (!*value) continue;
      if (const std::optional<Decimal> number = Decimal::parse(**value))
        *value = (*number * state_.scale).to_string();
    }
    draft.fact.rules.emplace_back("table/caption-scale");
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  Looker look_;
  TableState state_;
};

}  // namespace

void read_tables(std::vector<Draft>& drafts, const ClaimInput& input) { TableReader(drafts, input).run(); }

}  // namespace figmine
