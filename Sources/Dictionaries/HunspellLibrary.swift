#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The library libhunspell, where the system has it: it is opened when first needed, so that nothing
/// has to be installed to build or to run without it.
struct HunspellLibrary: Sendable {
  typealias Create = @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>) -> OpaquePointer?
  typealias Destroy = @convention(c) (OpaquePointer) -> Void
  typealias Spell = @convention(c) (OpaquePointer, UnsafePointer<CChar>) -> CInt
  typealias Encoding = @convention(c) (OpaquePointer) -> UnsafePointer<CChar>?
  typealias Lists = UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
  typealias Suggest = @convention(c) (OpaquePointer, Lists, UnsafePointer<CChar>) -> CInt
  typealias FreeList = @convention(c) (OpaquePointer, Lists, CInt) -> Void

  let create: Create
  let destroy: Destroy
  let spell: Spell
  let encoding: Encoding
  let suggest: Suggest
  let freeList: FreeList

  /// The library; nil where there is none.
  static let shared = HunspellLibrary()

  private static let names = [
    "libhunspell-1.7.so.0", "libhunspell-1.7.so", "libhunspell.so", "libhunspell-1.7.0.dylib",
    "libhunspell-1.7.dylib",
  ]

  private init?() {
    guard let library = Self.names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first
    else { return nil }
    func symbol<Function>(_ name: String, _ type: Function.Type) -> Function? {
      dlsym(library, name).map { unsafeBitCast($0, to: type) }
    }
    guard let create = symbol("Hunspell_create", Create.self),
      let destroy = symbol("Hunspell_destroy", Destroy.self),
      let spell = symbol("Hunspell_spell", Spell.self),
      let encoding = symbol("Hunspell_get_dic_encoding", Encoding.self),
      let suggest = symbol("Hunspell_suggest", Suggest.self),
      let freeList = symbol("Hunspell_free_list", FreeList.self)
    else { return nil }
    self.create = create
    self.destroy = destroy
    self.spell = spell
    self.encoding = encoding
    self.suggest = suggest
    self.freeList = freeList
  }
}
