#pragma once
#include <stddef.h>

/// A file of a catalogue that a team can start with.
typedef struct {
  /// The template it belongs to, such as `hosting`.
  const char *template_name;
  /// The language it is written in, or `NULL` when it is written in several.
  const char *language;
  /// The file's name, such as `catalogue.yaml`.
  const char *file_name;
  /// Its text (UTF-8, not ended by a zero byte; valid for the life of the process).
  const unsigned char *bytes;
  /// The length of `bytes`.
  size_t length;
} kwadrans_template_file;

/// How many files all templates have together.
size_t kwadrans_template_count(void);
/// One of them; `NULL` when `index` is not below the count.
const kwadrans_template_file *kwadrans_template(size_t index);
