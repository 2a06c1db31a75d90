#pragma once
#include <stddef.h>

/// Makes the heap grow by `room` bytes at once, in pages as large as the system gives.
///
/// The heap of the GNU C library grows by 132 KB at a time, and each 4 KB stop the process when they
/// are first touched: a thousand stops while a draft is checked. With room ahead that the system may
/// give in large pages (madvise(2), MADV_HUGEPAGE) there are a handful. What is not touched is not
/// taken. To be called before other threads run; elsewhere than on Linux, or where the system says
/// no, nothing changes.
void kwadrans_heap_make_room(size_t room);
