#include "CLexicon.h"

static const unsigned char model[] = {
#embed "model.txt"
};

const unsigned char *kwadrans_model(void) { return model; }
size_t kwadrans_model_length(void) { return sizeof(model); }
