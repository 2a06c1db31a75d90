#include "CLexicon.h"

const unsigned char kwadrans_lexicon[] = {
#embed "lexicon.yaml"
};
const size_t kwadrans_lexicon_length = sizeof(kwadrans_lexicon);
