import CLexicon
import SentenceModel

/// Reads the embedded file of weights.
enum BuiltInModel {
  static func read() -> Result<SentenceModel, ModelError> {
    let bytes = UnsafeBufferPointer(start: kwadrans_model(), count: kwadrans_model_length())
    do throws(ModelError) {
      return .success(try ModelFile.read(String(decoding: bytes, as: UTF8.self)))
    } catch {
      return .failure(error)
    }
  }
}
