#include "CPatterns.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

// re2.h: "An RE2 object is safe for concurrent use by multiple threads"; RE2::Set::Match is const
// and searches through the same guarded caches.

struct KWExpression {
  re2::RE2 expression;
  KWExpression(const re2::StringPiece &pattern, const re2::RE2::Options &options)
      : expression(pattern, options) {}
};

struct KWExpressionSet {
  re2::RE2::Set set;
  explicit KWExpressionSet(const re2::RE2::Options &options)
      : set(options, re2::RE2::UNANCHORED) {}
};

namespace {

re2::RE2::Options makeOptions(int64_t memoryLimit) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  options.set_max_mem(memoryLimit);
  return options;
}

template <size_t capacity>
void copy(char (&target)[capacity], const std::string &source) {
  const size_t length = std::min(source.size(), capacity - 1);
  std::memcpy(target, source.data(), length);
  target[length] = 0;
}

}  // namespace

extern "C" {

KWExpression *kwExpressionCompile(
    const char *pattern, size_t length, int64_t memoryLimit, KWExpressionError *error) {
  error->message[0] = 0;
  error->part[0] = 0;
  try {
    auto result = std::make_unique<KWExpression>(
        re2::StringPiece(pattern, length), makeOptions(memoryLimit));
    if (result->expression.ok()) return result.release();
    std::string message = result->expression.error();
    const std::string &part = result->expression.error_arg();
    // RE2 writes "what is wrong: part".
    const std::string tail = ": " + part;
    if (!part.empty() && message.size() > tail.size() &&
        message.compare(message.size() - tail.size(), tail.size(), tail) == 0) {
      message.resize(message.size() - tail.size());
    }
    copy(error->message, message);
    copy(error->part, part);
  } catch (...) {
    copy(error->message, "out of memory");
  }
  return nullptr;
}

void kwExpressionFree(KWExpression *expression) { delete expression; }

bool kwExpressionFind(
    const KWExpression *expression, const char *text, size_t length, size_t from, size_t *start,
    size_t *end) {
  try {
    if (!text) text = "";
    re2::StringPiece match;
    const re2::StringPiece whole(text, length);
    if (from > length ||
        !expression->expression.Match(whole, from, length, re2::RE2::UNANCHORED, &match, 1)) {
      return false;
    }
    *start = static_cast<size_t>(match.data() - text);
    *end = *start + match.size();
    return true;
  } catch (...) {
    return false;
  }
}

KWExpressionSet *kwExpressionSetCreate(int64_t memoryLimit) {
  try {
    return new KWExpressionSet(makeOptions(memoryLimit));
  } catch (...) {
    return nullptr;
  }
}

void kwExpressionSetFree(KWExpressionSet *set) { delete set; }

bool kwExpressionSetAdd(KWExpressionSet *set, const char *pattern, size_t length) {
  try {
    return set->set.Add(re2::StringPiece(pattern, length), nullptr) >= 0;
  } catch (...) {
    return false;
  }
}

bool kwExpressionSetCompile(KWExpressionSet *set) {
  try {
    return set->set.Compile();
  } catch (...) {
    return false;
  }
}

ptrdiff_t kwExpressionSetMatch(
    const KWExpressionSet *set, const char *text, size_t length, int32_t *numbers,
    size_t capacity) {
  try {
    // Keeps its memory between the replies that one thread scans.
    thread_local std::vector<int> found;
    found.clear();
    if (!text) text = "";
    re2::RE2::Set::ErrorInfo info;
    if (!set->set.Match(re2::StringPiece(text, length), &found, &info)) {
      return info.kind == re2::RE2::Set::kNoError ? 0 : -1;
    }
    const size_t count = std::min(found.size(), capacity);
    std::copy_n(found.begin(), count, numbers);
    return static_cast<ptrdiff_t>(count);
  } catch (...) {
    return -1;
  }
}

}  // extern "C"
