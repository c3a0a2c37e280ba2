package dev.papack.cli.kernel;

import static dev.papack.cli.kernel.Verdict.FREE;
import static dev.papack.cli.kernel.Verdict.JUDGED;
import static dev.papack.cli.kernel.Verdict.NEVER;
import static dev.papack.cli.kernel.Verdict.UNKNOWN;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The system calls that matter here, by the names and numbers of Linux (asm/unistd.h). */
enum SystemCall {
  // Processes and threads.
  CLONE(JUDGED, 56, 220),
  CLONE3(UNKNOWN, 435, 435),
  FORK(NEVER, 57, Numbers.ABSENT),
  VFORK(NEVER, 58, Numbers.ABSENT),
  EXECVE(NEVER, 59, 221),
  EXECVEAT(NEVER, 322, 281),
  // Memory and code.
  MMAP(JUDGED, 9, 222),
  MPROTECT(JUDGED, 10, 226),
  PKEY_MPROTECT(JUDGED, 329, 288),
  REMAP_FILE_PAGES(NEVER, 216, 234),
  SHMAT(NEVER, 30, 196),
  MEMFD_CREATE(NEVER, 319, 279),
  MEMFD_SECRET(NEVER, 447, 447),
  USERFAULTFD(NEVER, 323, 282),
  PERSONALITY(NEVER, 135, 92),
  INIT_MODULE(NEVER, 175, 105),
  FINIT_MODULE(NEVER, 313, 273),
  DELETE_MODULE(NEVER, 176, 106),
  KEXEC_LOAD(NEVER, 246, 104),
  KEXEC_FILE_LOAD(NEVER, 320, 294),
  BPF(NEVER, 321, 280),
  // Signals. Java sends its own threads some.
  TGKILL(JUDGED, 234, 131),
  KILL(NEVER, 62, 129),
  TKILL(NEVER, 200, 130),
  RT_SIGQUEUEINFO(NEVER, 129, 138),
  RT_TGSIGQUEUEINFO(NEVER, 297, 240),
  PIDFD_SEND_SIGNAL(NEVER, 424, 424),
  // Other processes: their memory, files, priorities and limits.
  PRLIMIT64(JUDGED, 302, 261),
  PTRACE(NEVER, 101, 117),
  PROCESS_VM_READV(NEVER, 310, 270),
  PROCESS_VM_WRITEV(NEVER, 311, 271),
  PROCESS_MADVISE(NEVER, 440, 440),
  PROCESS_MRELEASE(NEVER, 448, 448),
  PIDFD_OPEN(NEVER, 434, 434),
  PIDFD_GETFD(NEVER, 438, 438),
  KCMP(NEVER, 312, 272),
  PERF_EVENT_OPEN(NEVER, 298, 241),
  MIGRATE_PAGES(NEVER, 256, 238),
  MOVE_PAGES(NEVER, 279, 239),
  SETPRIORITY(NEVER, 141, 140),
  SCHED_SETPARAM(NEVER, 142, 118),
  SCHED_SETSCHEDULER(NEVER, 144, 119),
  SCHED_SETAFFINITY(NEVER, 203, 122),
  SCHED_SETATTR(NEVER, 314, 274),
  IOPRIO_SET(NEVER, 251, 30),
  // Connections. Java needs a pair of sockets to watch folders and to close files.
  SOCKETPAIR(JUDGED, 53, 199),
  SOCKET(NEVER, 41, 198),
  CONNECT(NEVER, 42, 203),
  BIND(NEVER, 49, 200),
  LISTEN(NEVER, 50, 201),
  ACCEPT(NEVER, 43, 202),
  ACCEPT4(NEVER, 288, 242),
  SENDTO(NEVER, 44, 206),
  SENDMSG(NEVER, 46, 211),
  SENDMMSG(NEVER, 307, 269),
  // What else would do any of this unseen.
  IO_URING_SETUP(NEVER, 425, 425),
  IO_URING_ENTER(NEVER, 426, 426),
  IO_URING_REGISTER(NEVER, 427, 427),
  ADD_KEY(NEVER, 248, 217),
  REQUEST_KEY(NEVER, 249, 218),
  KEYCTL(NEVER, 250, 219),
  // Files. Landlock sees who opens one for writing, but not these.
  OPENAT(JUDGED, 257, 56),
  OPEN(JUDGED, 2, Numbers.ABSENT),
  OPENAT2(UNKNOWN, 437, 437),
  OPEN_BY_HANDLE_AT(NEVER, 304, 265),
  TRUNCATE(NEVER, 76, 45),
  FCNTL(JUDGED, 72, 25),
  IOCTL(JUDGED, 16, 29),
  // Permissions, owners, times and attributes of files.
  CHMOD(NEVER, 90, Numbers.ABSENT),
  FCHMOD(NEVER, 91, 52),
  FCHMODAT(NEVER, 268, 53),
  FCHMODAT2(NEVER, 452, 452),
  CHOWN(NEVER, 92, Numbers.ABSENT),
  FCHOWN(NEVER, 93, 55),
  LCHOWN(NEVER, 94, Numbers.ABSENT),
  FCHOWNAT(NEVER, 260, 54),
  UTIME(NEVER, 132, Numbers.ABSENT),
  UTIMES(NEVER, 235, Numbers.ABSENT),
  FUTIMESAT(NEVER, 261, Numbers.ABSENT),
  UTIMENSAT(NEVER, 280, 88),
  SETXATTR(NEVER, 188, 5),
  LSETXATTR(NEVER, 189, 6),
  FSETXATTR(NEVER, 190, 7),
  SETXATTRAT(NEVER, 463, 463),
  REMOVEXATTR(NEVER, 197, 14),
  LREMOVEXATTR(NEVER, 198, 15),
  FREMOVEXATTR(NEVER, 199, 16),
  REMOVEXATTRAT(NEVER, 466, 466),
  FILE_SETATTR(NEVER, 469, 469),
  // Mounts and namespaces.
  MOUNT(NEVER, 165, 40),
  UMOUNT2(NEVER, 166, 39),
  PIVOT_ROOT(NEVER, 155, 41),
  CHROOT(NEVER, 161, 51),
  UNSHARE(NEVER, 272, 97),
  SETNS(NEVER, 308, 268),
  OPEN_TREE(NEVER, 428, 428),
  MOVE_MOUNT(NEVER, 429, 429),
  FSOPEN(NEVER, 430, 430),
  FSCONFIG(NEVER, 431, 431),
  FSMOUNT(NEVER, 432, 432),
  FSPICK(NEVER, 433, 433),
  MOUNT_SETATTR(NEVER, 442, 442),
  OPEN_TREE_ATTR(NEVER, 467, 467),
  // What the sandbox itself calls.
  CAPGET(FREE, 125, 90),
  CAPSET(FREE, 126, 91),
  CLOSE(FREE, 3, 57),
  GETPID(FREE, 39, 172),
  PRCTL(FREE, 157, 167),
  SECCOMP(FREE, 317, 277),
  LANDLOCK_CREATE_RULESET(FREE, 444, 444),
  LANDLOCK_ADD_RULE(FREE, 445, 445),
  LANDLOCK_RESTRICT_SELF(FREE, 446, 446);

  private final Verdict verdict;
  private final int numberOnX86;
  private final int numberOnArm;

  SystemCall(Verdict verdict, int numberOnX86, int numberOnArm) {
    this.verdict = verdict;
    this.numberOnX86 = numberOnX86;
    this.numberOnArm = numberOnArm;
  }

  /** What the filter says to it. */
  Verdict verdict() {
    return verdict;
  }

  /** Its number; empty if the processor does not have it. */
  OptionalInt number(Processor processor) {
    int number =
        switch (processor) {
          case X86_64 -> numberOnX86;
          case AARCH64 -> numberOnArm;
        };
    return number == Numbers.ABSENT ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Those with a verdict. */
  static List<SystemCall> with(Verdict verdict) {
    return Arrays.stream(values()).filter(call -> call.verdict == verdict).toList();
  }

  /** Constants of an enum cannot refer to other constants of its own. */
  private static final class Numbers {
    /** Newer processors never had calls that have a newer form. */
    static final int ABSENT = -1;

    private Numbers() {}
  }
}
