#include "CLexicon.h"

static const unsigned char names[] = {
#embed "names.txt"
};

const unsigned char *kwadrans_names(void) { return names; }
size_t kwadrans_names_length(void) { return sizeof(names); }
