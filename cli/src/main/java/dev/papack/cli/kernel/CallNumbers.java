package dev.papack.cli.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of the system calls that matter here, on one kind of processor (asm/unistd.h of
 * Linux).
 *
 * @param auditArchitecture how the kernel names the processor to a filter (linux/audit.h)
 * @param foreignFrom calls from this number on belong to another interface of the same kernel
 * @param never calls that no command makes, whatever their arguments
 * @param fork {@code clone}: makes threads and processes
 * @param fork3 {@code clone3}: the same, with arguments that a filter cannot see
 * @param socket makes sockets of every kind
 * @param mmap maps files and memory
 * @param mprotect the calls that change what a mapping may be used for
 * @param execve starts a program; also one of {@code never}
 * @param prctl changes a process
 * @param seccomp installs a filter
 * @param openat opens a file
 * @param closeFile {@code close}: closes one
 * @param folderFlags {@code O_DIRECTORY} and {@code O_NOFOLLOW}, for {@code openat}
 */
record CallNumbers(
    int auditArchitecture,
    int foreignFrom,
    List<Integer> never,
    int fork,
    int fork3,
    int socket,
    int mmap,
    List<Integer> mprotect,
    int execve,
    int prctl,
    int seccomp,
    int openat,
    int closeFile,
    int folderFlags) {
  private static final int NO_FOREIGN = -1;

  /** Calls whose numbers are the same on every processor. */
  private static final List<Integer> NEVER_ANYWHERE =
      List.of(
          425, // io_uring_setup
          426, // io_uring_enter
          427, // io_uring_register
          428, // open_tree
          429, // move_mount
          430, // fsopen
          431, // fsconfig
          432, // fsmount
          433, // fspick
          438, // pidfd_getfd
          440, // process_madvise
          442, // mount_setattr
          447 // memfd_secret
          );

  private static final CallNumbers X86_64 =
      new CallNumbers(
          0xC000003E,
          0x4000_0000,
          with(
              57, // fork
              58, // vfork
              59, // execve
              322, // execveat
              101, // ptrace
              310, // process_vm_readv
              311, // process_vm_writev
              312, // kcmp
              165, // mount
              166, // umount2
              155, // pivot_root
              161, // chroot
              272, // unshare
              308, // setns
              175, // init_module
              313, // finit_module
              176, // delete_module
              246, // kexec_load
              320, // kexec_file_load
              321, // bpf
              298, // perf_event_open
              323, // userfaultfd
              319, // memfd_create
              30, // shmat
              216, // remap_file_pages
              135, // personality
              248, // add_key
              249, // request_key
              250 // keyctl
              ),
          56,
          435,
          41,
          9,
          List.of(10, 329),
          59,
          157,
          317,
          257,
          3,
          0x3_0000);

  private static final CallNumbers AARCH64 =
      new CallNumbers(
          0xC00000B7,
          NO_FOREIGN,
          with(
              221, // execve
              281, // execveat
              117, // ptrace
              270, // process_vm_readv
              271, // process_vm_writev
              272, // kcmp
              40, // mount
              39, // umount2
              41, // pivot_root
              51, // chroot
              97, // unshare
              268, // setns
              105, // init_module
              273, // finit_module
              106, // delete_module
              104, // kexec_load
              294, // kexec_file_load
              280, // bpf
              241, // perf_event_open
              282, // userfaultfd
              279, // memfd_create
              196, // shmat
              234, // remap_file_pages
              92, // personality
              217, // add_key
              218, // request_key
              219 // keyctl
              ),
          220,
          435,
          198,
          222,
          List.of(226, 288),
          221,
          167,
          277,
          56,
          57,
          0xC000);

  CallNumbers {
    never = List.copyOf(never);
    mprotect = List.copyOf(mprotect);
  }

  /**
   * Those of a processor.
   *
   * @param processor as Java names it
   */
  static Optional<CallNumbers> of(String processor) {
    return switch (processor) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }

  private static List<Integer> with(Integer... further) {
    List<Integer> all = new ArrayList<>(List.of(further));
    all.addAll(NEVER_ANYWHERE);
    return all;
  }
}
