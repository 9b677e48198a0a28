/* Stands between a program and its file system: the n-th call that writes below a folder fails, or kills.
 *
 * Built and loaded by faults.py: gcc -shared -fPIC -O2 fault_shim.c -o fault_shim.so -ldl; LD_PRELOAD=fault_shim.so.
 * Calls are counted from 1 after fault_arm(); those from `first` to `last` fail with `error` (0: SIGKILL). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[PATH_MAX];
static long first_bad = -1, last_bad = -1, counted = 0;
static int error_given = EIO;

void fault_arm(const char *under, long first, long last, int error) {
    snprintf(folder, sizeof folder, "%s", under);
    first_bad = first, last_bad = last, error_given = error;
    __atomic_store_n(&counted, 0, __ATOMIC_SEQ_CST);
}

long fault_count(void) { return counted; }

static int is_below(const char *path) {
    size_t length = strlen(folder);
    return length && path && !strncmp(path, folder, length);
}

static int fails(void) {
    long number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    if (number < first_bad || number > last_bad) return 0;
    if (!error_given) kill(getpid(), SIGKILL);
    errno = error_given;
    return 1;
}

static int path_fails(const char *path) { return is_below(path) && fails(); }

static int file_fails(int file) {
    char link[64], path[PATH_MAX];
    int kept = errno;
    if (!*folder) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    errno = kept;
    if (length <= 0) return 0;
    path[length] = 0;
    return path_fails(path);
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define WRITES(flags) ((flags) & (O_WRONLY | O_RDWR | O_CREAT))
#define MODE(flags)                                       \
    mode_t mode = 0;                                      \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                \
        va_list rest;                                     \
        va_start(rest, flags);                            \
        mode = va_arg(rest, mode_t);                      \
        va_end(rest);                                     \
    }

#define OPEN(name)                                            \
    int name(const char *path, int flags, ...) {              \
        REAL(name);                                           \
        MODE(flags)                                           \
        if (WRITES(flags) && path_fails(path)) return -1;     \
        return real(path, flags, mode);                       \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                \
    int name(int where, const char *path, int flags, ...) {         \
        REAL(name);                                                 \
        MODE(flags)                                                 \
        if (WRITES(flags) && path_fails(path)) return -1;           \
        return real(where, path, flags, mode);                      \
    }
OPENAT(openat)
OPENAT(openat64)

FILE *fopen(const char *path, const char *how) {
    REAL(fopen);
    return strpbrk(how, "wa+") && path_fails(path) ? NULL : real(path, how);
}

FILE *fopen64(const char *path, const char *how) {
    REAL(fopen64);
    return strpbrk(how, "wa+") && path_fails(path) ? NULL : real(path, how);
}

#define ON_FILE(type, name, parameters, ...)            \
    type name parameters {                              \
        REAL(name);                                     \
        return file_fails(file) ? -1 : real(__VA_ARGS__); \
    }
ON_FILE(ssize_t, write, (int file, const void *bytes, size_t size), file, bytes, size)
ON_FILE(ssize_t, pwrite, (int file, const void *bytes, size_t size, off_t at), file, bytes, size, at)
ON_FILE(ssize_t, pwrite64, (int file, const void *bytes, size_t size, off64_t at), file, bytes, size, at)
ON_FILE(ssize_t, writev, (int file, const struct iovec *parts, int count), file, parts, count)
ON_FILE(int, fsync, (int file), file)
ON_FILE(int, fdatasync, (int file), file)
ON_FILE(int, ftruncate, (int file, off_t size), file, size)
ON_FILE(int, ftruncate64, (int file, off64_t size), file, size)
ON_FILE(int, fallocate, (int file, int mode, off_t at, off_t size), file, mode, at, size)

ssize_t copy_file_range(int from, off64_t *from_at, int file, off64_t *at, size_t size, unsigned flags) {
    REAL(copy_file_range);
    return file_fails(file) ? -1 : real(from, from_at, file, at, size, flags);
}

ssize_t sendfile(int file, int from, off_t *at, size_t size) {
    ssize_t (*real)(int, int, off_t *, size_t) = (ssize_t(*)(int, int, off_t *, size_t))dlsym(RTLD_NEXT, "sendfile");
    return file_fails(file) ? -1 : real(file, from, at, size);
}

ssize_t sendfile64(int file, int from, off64_t *at, size_t size) {
    ssize_t (*real)(int, int, off64_t *, size_t) =
        (ssize_t(*)(int, int, off64_t *, size_t))dlsym(RTLD_NEXT, "sendfile64");
    return file_fails(file) ? -1 : real(file, from, at, size);
}

#define ON_PATH(name, parameters, path, ...)              \
    int name parameters {                                 \
        REAL(name);                                       \
        return path_fails(path) ? -1 : real(__VA_ARGS__); \
    }
ON_PATH(rename, (const char *from, const char *to), to, from, to)
ON_PATH(renameat, (int a, const char *from, int b, const char *to), to, a, from, b, to)
ON_PATH(mkdir, (const char *path, mode_t mode), path, path, mode)
ON_PATH(mkdirat, (int where, const char *path, mode_t mode), path, where, path, mode)
ON_PATH(unlink, (const char *path), path, path)
