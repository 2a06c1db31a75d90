// No exception may cross into Swift, so simdjson is used without them.
#define SIMDJSON_EXCEPTIONS 0
#include "CJSON.h"

#include <simdjson.h>

#include <algorithm>
#include <new>

static_assert(CJSON_PADDING >= simdjson::SIMDJSON_PADDING,
              "simdjson reads further behind a text than our callers allow for");

struct cjson_parser {
  size_t max_depth;
  simdjson::dom::parser parser;
  simdjson::dom::document document;
  simdjson::error_code error = simdjson::SUCCESS;
};

namespace {

// Lines differ in length; to grow by doubling keeps the number of allocations small.
simdjson::error_code make_room(cjson_parser &self, size_t length) {
  size_t have = std::min(self.parser.capacity(), self.document.capacity());
  if (length <= have) return simdjson::SUCCESS;
  size_t want = std::max({length, 2 * have, size_t{1} << 16});
  want = std::min(want, std::max(length, self.parser.max_capacity()));
  if (auto error = self.parser.allocate(want, self.max_depth)) return error;
  return self.document.allocate(want);
}

}  // namespace

cjson_parser *cjson_parser_create(size_t max_depth) {
  auto *self = new (std::nothrow) cjson_parser;
  if (self) self->max_depth = max_depth;
  return self;
}

void cjson_parser_destroy(cjson_parser *parser) { delete parser; }

int cjson_parse(cjson_parser *parser, const uint8_t *text, size_t length) {
  parser->error = make_room(*parser, length);
  if (parser->error == simdjson::SUCCESS) {
    parser->error =
        parser->parser.parse_into_document(parser->document, text, length, false).error();
  }
  switch (parser->error) {
    case simdjson::SUCCESS:
      return CJSON_OK;
    case simdjson::MEMALLOC:
    case simdjson::CAPACITY:
      return CJSON_OUT_OF_MEMORY;
    default:
      return CJSON_REFUSED;
  }
}

const uint64_t *cjson_tape(const cjson_parser *parser) { return parser->document.tape.get(); }

const uint8_t *cjson_strings(const cjson_parser *parser) {
  return parser->document.string_buf.get();
}

const char *cjson_last_error(const cjson_parser *parser) {
  return simdjson::error_message(parser->error);
}
