#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A JSON parser with the memory that it uses again for each text.
///
/// One thread at a time may use a parser; different parsers share nothing.
typedef struct cjson_parser cjson_parser;

/// So many bytes behind a text must be readable, whatever they hold.
enum { CJSON_PADDING = 64 };

/// What came of a text. Which fault is named first is up to the parser.
enum cjson_result {
  CJSON_OK = 0,
  CJSON_OUT_OF_MEMORY = 1,
  /// Not JSON, not UTF-8, nested too deep, or with a number beyond 64 bits or a Double.
  CJSON_REFUSED = 2,
};

/// Creates a parser that refuses arrays and objects nested in `max_depth` others or more.
/// NULL when memory is short.
cjson_parser *cjson_parser_create(size_t max_depth);

void cjson_parser_destroy(cjson_parser *parser);

/// Parses one JSON text in place; it must stay only until this returns.
/// Returns a `cjson_result`.
int cjson_parse(cjson_parser *parser, const uint8_t *text, size_t length);

/// The values of the last text that was parsed with CJSON_OK, until the next call of `cjson_parse`:
/// simdjson's tape, 64-bit words with a letter for the type in the highest byte.
/// Described in simdjson's doc/tape.md.
const uint64_t *cjson_tape(const cjson_parser *parser);

/// The texts of the tape, unescaped: four bytes with the length in the machine's order, the bytes, a
/// zero byte.
const uint8_t *cjson_strings(const cjson_parser *parser);

/// simdjson's own words for why the last text was refused; never NULL, never freed.
const char *cjson_last_error(const cjson_parser *parser);

#ifdef __cplusplus
}
#endif
