// match/evaluate: values of `set` expressions for one match. Pure: the same captures give the same value.
// Functions are in match/functions.cc; tested by tests/unit/rules_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "match/annotation.h"
#include "ruleset/program.h"
#include "text/forms.h"

namespace figmine {

struct MatchContext;

class Evaluator {
 public:
  Evaluator(const Rule& rule, const MatchContext& context, const Analysis& analysis,
            const std::vector<Capture>& captures, const Program& program)
      : rule_(rule), context_(context), analysis_(analysis), captures_(captures), program_(program) {}

  // monostate where a capture is absent or an operation has no value (3 / 0, a date that does not exist).
  [[nodiscard]] Value evaluate(const Expression& expression) const;

 private:
  [[nodiscard]] Value reference(const Expression& expression) const;
  [[nodiscard]] Value attribute_of(const Capture& capture, AttributeId attribute) const;
  [[nodiscard]] Value feature(const Annotation& annotation, AttributeId attribute) const;
  [[nodiscard]] Value sum(const Expression& argument) const;
  [[nodiscard]] Value join(const Expression& argument) const;
  [[nodiscard]] Value call(const Expression& expression) const;
  [[nodiscard]] std::string_view text_of(TokenRange range) const;

  const Rule& rule_;
  const MatchContext& context_;
  const Analysis& analysis_;
  const std::vector<Capture>& captures_;
  const Program& program_;
};

}  // namespace figmine
