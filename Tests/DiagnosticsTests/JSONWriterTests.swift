import Testing

struct JSONWriterTests {}
