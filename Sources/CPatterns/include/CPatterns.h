#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Regular expressions and sets of them over RE2: linear time whatever the expression.
// No exception leaves these functions. What is created must be freed by its `…Free`.

#ifdef __cplusplus
extern "C" {
#endif

/// One compiled expression. Searching is thread-safe.
typedef struct KWExpression KWExpression;

/// Many expressions, searched at once. Searching is thread-safe.
typedef struct KWExpressionSet KWExpressionSet;

/// Why an expression does not compile: zero-terminated texts, cut where too long.
typedef struct {
  /// What is wrong, such as "missing ]".
  char message[128];
  /// The faulty part of the expression; may be empty.
  char part[256];
} KWExpressionError;

/// Compiles an expression in UTF-8, without regard to case. NULL on failure, with `error` filled.
KWExpression *kwExpressionCompile(
    const char *pattern, size_t length, int64_t memoryLimit, KWExpressionError *error);
void kwExpressionFree(KWExpression *expression);

/// Finds the leftmost match that begins at or after `from`. False when there is none.
bool kwExpressionFind(
    const KWExpression *expression, const char *text, size_t length, size_t from, size_t *start,
    size_t *end);

/// An empty set. NULL when memory runs out.
KWExpressionSet *kwExpressionSetCreate(int64_t memoryLimit);
void kwExpressionSetFree(KWExpressionSet *set);

/// Adds an expression; its number is the count of those added before. False on failure.
bool kwExpressionSetAdd(KWExpressionSet *set, const char *pattern, size_t length);

/// Makes the set ready. False when it needs more memory than allowed.
bool kwExpressionSetCompile(KWExpressionSet *set);

/// Writes the numbers of the expressions that match somewhere, in no order.
///
/// Returns how many they are, at most `capacity`; -1 when the search failed for want of memory, in
/// which case nothing is known about any of them.
ptrdiff_t kwExpressionSetMatch(
    const KWExpressionSet *set, const char *text, size_t length, int32_t *numbers, size_t capacity);

#ifdef __cplusplus
}
#endif
