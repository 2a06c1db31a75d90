#include "CLexicon.h"

static const unsigned char lexicon[] = {
#embed "lexicon.yaml"
};

const unsigned char *kwadrans_lexicon(void) { return lexicon; }
size_t kwadrans_lexicon_length(void) { return sizeof(lexicon); }
