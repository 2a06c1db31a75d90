#define _GNU_SOURCE
#include "CHeap.h"

// Says whose C library this is.
#include <stdlib.h>

#if defined(__linux__) && defined(__GLIBC__)
#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// A block that comes from the heap, and never from a mapping of its own.
enum { BLOCK = 100000, BLOCKS = 8, LARGE_PAGE = 2 << 20 };

void kwadrans_heap_make_room(size_t room) {
  if (room > INT_MAX || mallopt(M_TOP_PAD, (int)room) != 1) return;
  const uintptr_t before = (uintptr_t)sbrk(0);
  if (before == UINTPTR_MAX) return;
  // The first block that does not fit makes the heap grow.
  void *blocks[BLOCKS];
  int count = 0;
  while (count < BLOCKS && (uintptr_t)sbrk(0) == before) blocks[count++] = malloc(BLOCK);
  const uintptr_t start = (before + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  const uintptr_t end = (uintptr_t)sbrk(0);
  if (end > start) madvise((void *)start, end - start, MADV_HUGEPAGE);
  while (count > 0) free(blocks[--count]);
}
#else
void kwadrans_heap_make_room(size_t room) { (void)room; }
#endif
