#include "feed/article.h"

namespace figmine {

ExtractOptions options_for(const Article& article, const ExtractOptions& base) {
  ExtractOptions options = base;
  options.source = article.source;
  if (options.input == Input::kAuto) options.input = article.input;
  if (options.id.empty()) options.id = article.id;
  return options;
}

}  // namespace figmine
