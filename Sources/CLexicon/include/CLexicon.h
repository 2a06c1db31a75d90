#pragma once
#include <stddef.h>

/// The word lists that every catalogue starts with, as YAML text (`lexicon.yaml`, embedded); valid
/// for the life of the process.
const unsigned char *kwadrans_lexicon(void);
/// The length of `kwadrans_lexicon()` (unit: bytes).
size_t kwadrans_lexicon_length(void);

/// The model by which sentences of replies are judged (`model.bin`, embedded; `kwadrans-train fit` writes
/// it, and `model.txt`, which says the same in words); valid for the life of the process.
const unsigned char *kwadrans_model(void);
/// The length of `kwadrans_model()` (unit: bytes).
size_t kwadrans_model_length(void);

/// Given names, one a line (`names.txt`, embedded); valid for the life of the process.
const unsigned char *kwadrans_names(void);
/// The length of `kwadrans_names()` (unit: bytes).
size_t kwadrans_names_length(void);
