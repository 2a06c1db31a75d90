import CLexicon
import SentenceModel

/// Reads the embedded model.
enum BuiltInModel {
  static func read() -> Result<SentenceModel, ModelError> {
    let bytes = UnsafeRawBufferPointer(start: kwadrans_model(), count: kwadrans_model_length())
    do throws(ModelError) {
      return .success(try SentenceModel(forever: bytes))
    } catch {
      return .failure(error)
    }
  }
}
