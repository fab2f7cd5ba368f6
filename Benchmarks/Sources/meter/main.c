// meter REPORT OUTPUT COMMAND…: runs the command with its output in a file, and writes to REPORT: wall time, CPU time
// (both in microseconds), peak memory (kB) and exit status.
//
// It stands between the benchmark and the command because Linux counts the memory of whoever starts a process as the
// process's own: this one is small.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static double microseconds(struct timeval time) { return time.tv_sec * 1e6 + time.tv_usec; }

int main(int count, char **arguments) {
  if (count < 4) return 64;
  int output = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC, 0600);
  int input = open("/dev/null", O_RDONLY);
  if (output < 0 || input < 0) return 1;
  double start = now();
  pid_t child = vfork();
  if (child == 0) {
    dup2(input, 0);
    dup2(output, 1);
    execvp(arguments[3], arguments + 3);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 1;
  double wall = now() - start;
#ifdef __APPLE__
  long peak = usage.ru_maxrss / 1024;
#else
  long peak = usage.ru_maxrss;
#endif
  FILE *report = fopen(arguments[1], "w");
  if (!report) return 1;
  fprintf(report, "%.0f %.0f %ld %d\n", wall, microseconds(usage.ru_utime) + microseconds(usage.ru_stime), peak,
          WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return fclose(report) == 0 ? 0 : 1;
}
