import Testing

struct YAMLReaderTests {}
