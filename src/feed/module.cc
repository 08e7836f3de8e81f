#include "feed/module.h"

namespace figmine {

extern "C" [[gnu::visibility("default")]] const FeedModule figmine_feed;
const FeedModule figmine_feed = {&open_archive, &expand, &open_mail, &open_xml, &day_of};

}  // namespace figmine
