import Testing
import TextMatching

struct FoldedTextTests {
}
