// feed/module: what reads archives, mails and XML, with libarchive, GMime and pugixml: a module
// (base/module.h). Tested by tests/unit/feed_test.cc.
#pragma once

#include "feed/archive.h"
#include "feed/dates.h"
#include "feed/mail.h"
#include "feed/xml_items.h"

namespace figmine {

struct FeedModule {
  static constexpr const char* kName = "feed";
  decltype(&figmine::open_archive) open_archive;
  decltype(&figmine::expand) expand;
  decltype(&figmine::open_mail) open_mail;
  decltype(&figmine::open_xml) open_xml;
  decltype(&figmine::day_of) day_of;
};

}  // namespace figmine
