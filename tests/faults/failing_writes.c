/* Stands before libc (LD_PRELOAD): counts what a program does to files below one folder, lets the
   N-th of it fail or kills the program there, and can write down all of it for replaying.
   Armed from Python by ctypes, so that one warm process can be forked for each N. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { COUNT, FAIL, FAIL_FROM_THERE, KILL };

static char root[4096];
static long nth, done;
static int deed, fault, record = -1;

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

void faults_arm(const char *folder, long number, int what, int error, int into) {
    snprintf(root, sizeof root, "%s", folder);
    nth = number; deed = what; fault = error; record = into; done = 0;
}

long faults_done(void) { return done; }

static void put(char kind, const char *path, int64_t at, const void *data, uint64_t length) {
    uint64_t head[4] = { (uint64_t)kind, strlen(path), (uint64_t)at, length };
    if (record < 0) return;
    syscall(SYS_write, record, head, sizeof head);
    syscall(SYS_write, record, path, head[1]);
    if (length) syscall(SYS_write, record, data, length);
}

void faults_mark(int64_t number) { put('m', "", number, "", 0); }

static const char *below(const char *path) {
    size_t length = strlen(root);
    return length && path && !strncmp(path, root, length) ? path : NULL;
}

static const char *below_fd(int fd, char *path, size_t size) {
    char link[64];
    if (!*root) return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return NULL;
    path[length] = 0;
    return below(path);
}

/* 1 when this one has to fail, with errno set. `frees` is what a full disk lets through. */
static int fails(int frees) {
    long now = ++done;
    if (deed == COUNT || now < nth || (now > nth && deed != FAIL_FROM_THERE)) return 0;
    if (deed == KILL) kill(getpid(), SIGKILL);
    if (frees && fault == ENOSPC) return 0;
    errno = fault;
    return 1;
}

static int opened(const char *path, int flags, mode_t mode) {
    int making = flags & (O_CREAT | O_TRUNC);
    if (!below(path)) return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fails(!making)) return -1;
    int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fd >= 0 && flags & O_CREAT) put('c', path, 0, "", 0);
    if (fd >= 0 && flags & O_TRUNC) put('t', path, 0, "", 0);
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, int); va_end(more); \
        return opened(path, flags | O_LARGEFILE, mode); \
    }
OPEN(open)
OPEN(open64)

/* A write that fails has put half of it there, as on a disk that fills. */
ssize_t write(int fd, const void *data, size_t length) {
    char path[4096];
    if (!below_fd(fd, path, sizeof path)) return syscall(SYS_write, fd, data, length);
    int64_t at = lseek(fd, 0, SEEK_CUR);
    if (fails(0)) { int kept = errno; syscall(SYS_write, fd, data, length / 2); errno = kept; return -1; }
    put('w', path, at, data, length);
    return syscall(SYS_write, fd, data, length);
}

/* How Python copies a file; in steps here, so that each can fail. */
static ssize_t sent(int to, int from, off64_t *at, size_t length) {
    char path[4096], piece[65536];
    if (!below_fd(to, path, sizeof path)) return syscall(SYS_sendfile, to, from, at, length);
    if (length > sizeof piece) length = sizeof piece;
    ssize_t there = at ? pread(from, piece, length, *at) : read(from, piece, length);
    if (there <= 0) return there;
    ssize_t result = write(to, piece, there);
    if (result > 0 && at) *at += result;
    return result;
}
ssize_t sendfile(int to, int from, off_t *at, size_t length) { return sent(to, from, at, length); }
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) { return sent(to, from, at, length); }

static ssize_t pwritten(int fd, const void *data, size_t length, off64_t at) {
    char path[4096];
    if (!below_fd(fd, path, sizeof path)) return syscall(SYS_pwrite64, fd, data, length, at);
    if (fails(0)) { int kept = errno; syscall(SYS_pwrite64, fd, data, length / 2, at); errno = kept; return -1; }
    put('w', path, at, data, length);
    return syscall(SYS_pwrite64, fd, data, length, at);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return pwritten(fd, data, length, at); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return pwritten(fd, data, length, at); }

static int synced(int fd, long number) {
    char path[4096];
    if (!below_fd(fd, path, sizeof path)) return syscall(number, fd);
    if (fails(0)) return -1;
    put('s', path, 0, "", 0);
    return syscall(number, fd);
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

static int cut(int fd, off64_t length) {
    char path[4096];
    if (!below_fd(fd, path, sizeof path)) return syscall(SYS_ftruncate, fd, length);
    if (fails(1)) return -1;
    put('t', path, length, "", 0);
    return syscall(SYS_ftruncate, fd, length);
}
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

int unlink(const char *path) {
    if (!below(path)) return REAL(unlink)(path);
    if (fails(1)) return -1;
    int result = REAL(unlink)(path);
    if (!result) put('u', path, 0, "", 0);
    return result;
}

int rename(const char *from, const char *to) {
    if (!below(to)) return REAL(rename)(from, to);
    if (fails(0)) return -1;
    int result = REAL(rename)(from, to);
    if (!result) put('r', from, 0, to, strlen(to));
    return result;
}

int mkdir(const char *path, mode_t mode) {
    if (!below(path)) return REAL(mkdir)(path, mode);
    if (fails(0)) return -1;
    return REAL(mkdir)(path, mode);
}
