// document/html_metadata: title, dates, author and site of a page from <title>, <meta>, <time> and <html
// lang>.
#pragma once

#include <gumbo.h>

#include "document/document.h"

namespace figmine {

void read_html_metadata(const GumboNode* root, Metadata& metadata);

}  // namespace figmine
