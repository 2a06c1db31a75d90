#include "CLexicon.h"

static const _Alignas(64) unsigned char model[] = {
#embed "model.bin"
};

const unsigned char *kwadrans_model(void) { return model; }
size_t kwadrans_model_length(void) { return sizeof(model); }
