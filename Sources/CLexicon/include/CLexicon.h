#pragma once
#include <stddef.h>

/// The word lists that every catalogue starts with, as YAML text (`lexicon.yaml`, embedded).
extern const unsigned char kwadrans_lexicon[];
/// The length of `kwadrans_lexicon` in bytes.
extern const size_t kwadrans_lexicon_length;
