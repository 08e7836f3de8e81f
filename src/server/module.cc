#include "server/module.h"

namespace figmine {

extern "C" [[gnu::visibility("default")]] const ServerModule figmine_server;
const ServerModule figmine_server = {&make_http_server};

}  // namespace figmine
