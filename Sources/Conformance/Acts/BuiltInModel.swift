import CLexicon
import SentenceModel

/// Reads the embedded model, which tests see to be right.
enum BuiltInModel {
  static func read() -> Result<SentenceModel, ModelError> {
    let bytes = UnsafeRawBufferPointer(start: kwadrans_model(), count: kwadrans_model_length())
    do throws(ModelError) {
      return .success(try SentenceModel(forever: bytes, isProven: true))
    } catch {
      return .failure(error)
    }
  }
}
