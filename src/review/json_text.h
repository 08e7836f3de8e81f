// review/json_text: JSON as it is written, member by member.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace figmine {

// An object or array under way.
class JsonText {
 public:
  JsonText() : writer_(buffer_) {}
  JsonText& key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    return *this;
  }
  void text(std::string_view value) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void number(std::size_t value) { writer_.Uint64(value); }
  void flag(bool value) { writer_.Bool(value); }
  void raw(std::string_view object) {
    writer_.RawValue(object.data(), object.size(), rapidjson::kObjectType);
  }
  template <class F>
  void object(const F& members) {
    writer_.StartObject();
    members();
    writer_.EndObject();
  }
  template <class List, class F>
  void array(const List& list, const F& write_one) {
    writer_.StartArray();
    for (const auto& item : list) write_one(item);
    writer_.EndArray();
  }
  [[nodiscard]] std::string str() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace figmine
